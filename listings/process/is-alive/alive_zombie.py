import os
from multiprocessing import get_context

Process = get_context("fork").Process


def state(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(") ")[-1][0]  # ①
    except FileNotFoundError:
        return "none"


if __name__ == "__main__":
    guest = Process()
    guest.start()
    os.waitid(os.P_PID, guest.pid, os.WEXITED | os.WNOWAIT)  # ②
    print("the guest has ended, state:", state(guest.pid))
    answer = "yes" if guest.is_alive() else "no"  # ③
    print(f"is the guest alive? {answer}, state: {state(guest.pid)}")
