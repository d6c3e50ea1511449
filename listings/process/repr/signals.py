import os
from multiprocessing import Process
from signal import SIGKILL, SIGRTMIN


def end_by(signal):
    os.kill(os.getpid(), signal)


if __name__ == "__main__":
    for signal in [SIGKILL, SIGRTMIN, SIGRTMIN + 1]:
        child = Process(target=end_by, args=(signal,))
        child.start()
        child.join()
        print(child)
