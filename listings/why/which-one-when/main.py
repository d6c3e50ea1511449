import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context

bag = []


def pack():
    bag.append("Oslo")
    return len(bag) - 1


def pack_and_exit():
    sys.exit(pack())


def in_thread():
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(pack).result()


def in_child(method):
    child = get_context(method).Process(target=pack_and_exit)
    child.start()
    child.join()
    return child.exitcode


if __name__ == "__main__":  # ①
    for way, find in {
        "thread": in_thread,
        "fork": lambda: in_child("fork"),
        "spawn": lambda: in_child("spawn"),
        "program": lambda: subprocess.call(["sh", "-c", "exit $#"]),  # ②
    }.items():
        bag[:] = ["Paris", "Rome"]
        print(f"{way:7} finds {find()} cities and leaves {len(bag)}")  # ③
