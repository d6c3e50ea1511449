import re
from multiprocessing import get_context


def look():
    with open("/proc/self/cmdline") as command:
        arguments = command.read().split("\0")[:-1]
    for argument in arguments[arguments.index("-c"):]:  # ①
        print(re.sub("[0-9]+", "N", argument))  # ②


if __name__ == "__main__":
    child = get_context("spawn").Process(target=look)
    child.start()
    child.join()
