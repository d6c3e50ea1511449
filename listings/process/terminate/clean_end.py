import signal
import time
from multiprocessing import Pipe, Process

stop = False


def on_sigterm(signum, frame):
    global stop
    stop = True  # ①


def cook_soup(bell):
    signal.signal(signal.SIGTERM, on_sigterm)  # ②
    bell.send("!")
    while not stop:
        time.sleep(0.001)  # ③
    print("cook:   the stove is off")  # ④


if __name__ == "__main__":
    parent, bell = Pipe()
    cook = Process(target=cook_soup, args=(bell,), daemon=True)
    cook.start()
    parent.recv()
    cook.terminate()
    cook.join()
    print("parent: the exit code is", cook.exitcode)
