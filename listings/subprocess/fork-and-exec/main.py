import errno
import os


def spawn(args):
    report, sender = os.pipe()  # ②
    child = os.fork()
    if child == 0:
        try:
            os.execvp(args[0], args)  # ④
        except OSError as error:
            os.write(sender, error.errno.to_bytes(4, "little"))  # ⑤
        finally:
            os._exit(127)
    os.close(sender)  # ⑥
    with open(report, "rb") as pipe:
        number = pipe.read()
    if not number:
        return child  # ⑦
    os.waitpid(child, 0)  # ⑧
    raise OSError(int.from_bytes(number, "little"), "cannot run " + args[0])


def run(line):
    try:
        _, status = os.waitpid(spawn(line.split(" ")), 0)
        print(f"{line}: exit code {status >> 8}")
    except OSError as error:
        print(f"{line}: {errno.errorcode[error.errno]}")


run("echo two rolls")
run("false")
run("/no-such-oven")
run("/")
