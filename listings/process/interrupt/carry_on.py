import os
import signal
from multiprocessing import Pipe, Process


def cook_soup(bell):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bell.send("!")
    bell.recv()
    print("cook:   the soup is served")


if __name__ == "__main__":
    parent, bell = Pipe()
    cook = Process(target=cook_soup, args=(bell,), daemon=True)
    cook.start()
    parent.recv()
    os.kill(cook.pid, signal.SIGINT)
    parent.send("!")
    cook.join()
    print("parent: the exit code is", cook.exitcode)
