import os
import signal
import sys
import time
from multiprocessing import Pipe, Process

SIGNALS = {
    "interrupt": signal.SIGINT,
    "terminate": signal.SIGTERM,
    "kill": signal.SIGKILL,
}


def cook_soup(bell):
    sys.stderr = None
    bell.send("!")
    while True:
        time.sleep(0.001)


if __name__ == "__main__":
    for name, number in SIGNALS.items():
        parent, bell = Pipe()
        cook = Process(target=cook_soup, args=(bell,), daemon=True)
        cook.start()
        parent.recv()
        os.kill(cook.pid, number)
        cook.join()
        print(f"{name:9} {cook.exitcode:3}")
