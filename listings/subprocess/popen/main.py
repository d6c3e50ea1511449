import subprocess


def talk(press):
    print("it has ended:", str(press.poll() is not None).lower())  # ②
    press.stdin.write(b"The Daily Loaf")  # ③
    press.stdin.close()  # ④
    print("the press prints", press.stdout.read().decode())


pipe = subprocess.PIPE
with subprocess.Popen(["cat"], stdin=pipe, stdout=pipe) as press:  # ①
    print("it runs", *press.args)
    print("it has a PID:", str(press.pid > 0).lower())
    talk(press)
    press.wait()  # ⑤
    print("exit status:", press.returncode)
    print("it has ended:", str(press.poll() is not None).lower())  # ⑥
