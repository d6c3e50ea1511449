import os
from multiprocessing import get_context
from signal import SIGKILL
from time import sleep


def visit():
    os.kill(os.getppid(), SIGKILL)  # ①
    sleep(60)


if __name__ == "__main__":
    guest = get_context("forkserver").Process(target=visit)
    guest.start()
    os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)  # ②
    print("the server is dead, the guest lives:", guest.is_alive())

    guest.kill()
    guest.join()
    print("exit code:", guest.exitcode)  # ③
    os.kill(guest.pid, SIGKILL)  # ④
