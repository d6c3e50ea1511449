import os
import signal
import sys
import time
from multiprocessing import Pipe, Process


def cook_soup(bell):
    sys.tracebacklimit = 0
    try:
        print("cook:   the stove is on")
        bell.send("!")  # ②
        while True:
            time.sleep(0.001)  # ③
    finally:
        print("cook:   the stove is off")  # ①


if __name__ == "__main__":
    parent, bell = Pipe()
    cook = Process(target=cook_soup, args=(bell,), daemon=True)
    cook.start()
    parent.recv()
    os.kill(cook.pid, signal.SIGINT)  # ④
    cook.join()
    print("parent: the exit code is", cook.exitcode)
