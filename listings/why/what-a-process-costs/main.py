import os
import signal
import subprocess
from multiprocessing import get_context
from threading import Event, Thread


def held():
    return [len(os.listdir(f"/proc/self/{name}")) for name in ("task", "fd")]


def report(what, before):
    threads, descriptors = (a - b for a, b in zip(held(), before))
    print(f"{what}: threads {threads:+}, descriptors {descriptors:+}")


if __name__ == "__main__":
    before = held()
    child = get_context("fork").Process(target=signal.pause)
    child.start()
    report("a child  ", before)  # ①
    child.kill()
    child.join()
    child.close()

    program = subprocess.Popen(["sleep", "60"])
    report("a program", before)  # ②
    program.kill()
    program.wait()

    done = Event()
    Thread(target=done.wait).start()
    report("a thread ", before)  # ③
    done.set()
