import os
import signal
import sys
import time
from multiprocessing import Pipe, Process


def cook_soup(bell):
    try:  # ①
        bell.send("!")
        while True:
            time.sleep(0.001)  # ②
    except KeyboardInterrupt:
        print("cook:   interrupted, the stove is off")
        sys.exit(130)  # ③


if __name__ == "__main__":
    parent, bell = Pipe()
    cook = Process(target=cook_soup, args=(bell,), daemon=True)
    cook.start()
    parent.recv()
    os.kill(cook.pid, signal.SIGINT)
    cook.join()
    print("parent: the exit code is", cook.exitcode)
