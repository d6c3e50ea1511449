import os
from multiprocessing import get_context

Process = get_context("fork").Process


def taken(pid):
    try:
        os.kill(pid, 0)
        return 1
    except ProcessLookupError:
        return 0


if __name__ == "__main__":
    child = Process()
    child.start()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # ①
    print("ended:  processes with the PID:", taken(child.pid))
    child.join()
    print("joined: processes with the PID:", taken(child.pid))
    child.kill()  # ②
    print("kill after join: no error")
