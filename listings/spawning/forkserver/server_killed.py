import os
from multiprocessing import forkserver, get_context
from signal import SIGKILL
from time import sleep

Process = get_context("forkserver").Process


def start(seconds):
    nap = Process(target=sleep, args=(seconds,), daemon=True)
    nap.start()
    return nap


if __name__ == "__main__":
    long = start(60)
    server = forkserver._forkserver._forkserver_pid
    os.kill(server, SIGKILL)  # ①
    os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)
    long.join()  # returns, though the child naps for a minute
    os.kill(long.pid, 0)  # would fail if there were no such process
    print(f"is alive: {long.is_alive()}, {long.exitcode}")
    print("the next one:", start(60).is_alive())  # ②
    os.kill(long.pid, SIGKILL)  # ③
