import os
from multiprocessing import get_context

Process = get_context("fork").Process


def open_now():
    return len(os.listdir("/proc/self/fd"))


if __name__ == "__main__":
    child = Process()
    before = open_now()  # ①
    child.start()
    print(f"after start: {open_now() - before:+}")
    child.join()
    print(f"after join:  {open_now() - before:+}")  # ②
    child.close()
    print(f"after close: {open_now() - before:+}")

    child = Process()
    child.start()
    child.join()
    del child  # ③
    print(f"after del:   {open_now() - before:+}")
