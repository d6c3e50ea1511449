import os


def state(pid):
    try:
        os.kill(pid, 0)
        return "taken"
    except ProcessLookupError:
        return "free"


child = os.fork()
if child == 0:
    os._exit(0)
os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)  # ①
print("the child has ended, its PID is", state(child))  # ②
os.waitpid(child, 0)  # ③
print("I have waited,       its PID is", state(child))
