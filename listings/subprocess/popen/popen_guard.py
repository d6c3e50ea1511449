import os
import signal
import subprocess

started = []


def plain():
    press = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
    started.append(press.pid)
    raise RuntimeError("out of ink")  # ①


def guarded():
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE):
        raise RuntimeError("out of ink")  # ②


for what, work in [("alone", plain), ("guarded", guarded)]:
    try:
        work()
    except RuntimeError as error:
        message = str(error)
    try:
        os.waitpid(-1, os.WNOHANG)  # ③
        print(f"{what}: {message}, a child is left")
        os.kill(started.pop(), signal.SIGKILL)
        os.wait()  # ④
    except ChildProcessError:
        print(f"{what}: {message}, no child is left")
