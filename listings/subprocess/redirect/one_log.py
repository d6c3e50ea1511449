import os
import subprocess
import tempfile


def write(out, err):
    both = "printf apple; printf orange >&2; printf !"
    subprocess.run(["sh", "-c", both], stdout=out, stderr=err)


def content(path):
    with open(path) as file:
        return file.read()


with tempfile.TemporaryDirectory() as folder:
    log = os.path.join(folder, "log")
    with open(log, "w") as out, open(log, "w") as err:
        write(out, err)  # ①
    print("opened twice:    ", content(log))

    with open(log, "w") as once:
        write(once, once)  # ②
    print("opened once:     ", content(log))

    open(log, "w").close()
    with open(log, "a") as out, open(log, "a") as err:
        write(out, err)  # ③
    print("opened to append:", content(log))
