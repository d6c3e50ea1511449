import os
import sys
from multiprocessing import Process

WAYS = [
    ("sys.exit()", 1, 0),
    ("sys.exit(None)", 1, 0),
    ("sys.exit((2, 3))", 2, 1),
]


def end(way):
    sys.stderr = open(os.devnull, "w")
    eval(way)


if __name__ == "__main__":
    for way, before, since in WAYS:
        child = Process(target=end, args=(way,))
        child.start()
        child.join()
        expected = since if sys.version_info >= (3, 9) else before
        assert child.exitcode == expected
        print(f"{way:<16} {before}, since Python 3.9 {since}")
