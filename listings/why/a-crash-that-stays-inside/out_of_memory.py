import os
import resource
import sys
from multiprocessing import Process

MIB = 1 << 20


def bakery(size, catch):
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    limit = 256 * MIB
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))  # ②
    try:
        bytearray(size)
    except MemoryError:
        if catch:
            sys.exit(3)  # ①
        raise


if __name__ == "__main__":
    cases = [
        ("bytearray, 16 MiB", 16 * MIB, False),
        ("bytearray, 1 GiB", 1024 * MIB, False),
        ("try, 1 GiB", 1024 * MIB, True),
    ]
    for name, size, catch in cases:
        child = Process(target=bakery, args=(size, catch))
        child.start()
        child.join()
        print(f"{name:18} {child.exitcode:2}")  # ③
