import os
from subprocess import PIPE, Popen


def has_pid(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return "false"
    return "true"


echo = Popen(["echo", "rye"], stdout=PIPE)
sort = Popen(["sort"], stdin=echo.stdout, stdout=PIPE)
echo.stdout.close()
print("sort prints", sort.communicate()[0].decode(), end="")  # ①
print("echo is not waited for, it has its PID:", has_pid(echo.pid))  # ②
status = echo.wait()  # ③
print(f"exit status: {status}, it has its PID: {has_pid(echo.pid)}")
