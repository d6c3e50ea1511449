import os
from multiprocessing import get_context

Process = get_context("fork").Process

if __name__ == "__main__":
    guest = Process()
    guest.start()
    os.waitid(os.P_PID, guest.pid, os.WEXITED | os.WNOWAIT)  # ①
    guest.kill()  # ②
    guest.join()
    print("killed as a zombie, the exit code is", guest.exitcode)
    guest.kill()  # ③
    try:
        os.kill(guest.pid, 0)
    except ProcessLookupError:
        print("the PID is free for a stranger")  # ④
