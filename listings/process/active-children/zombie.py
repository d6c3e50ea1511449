import os
from multiprocessing import active_children, get_context

Process = get_context("fork").Process


def state(pid):
    try:
        with open(f"/proc/{pid}/status") as status:
            lines = dict(line.split(":", 1) for line in status)
        return lines["State"].strip()
    except FileNotFoundError:
        return "gone"


if __name__ == "__main__":
    first = Process()
    first.start()
    pid = first.pid
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # ①
    print("ended:             ", state(pid))

    Process().start()  # ②
    print("another is started:", state(pid))

    active_children()  # ③
    print("active_children:   ", state(pid))
