import os
import sys
from multiprocessing import Process


def read_order():
    print("sys.stdin gives", repr(sys.stdin.read()))  # ②
    print("descriptor 0 gives", repr(os.read(0, 100).decode()))


if __name__ == "__main__":
    reader, writer = os.pipe()
    os.write(writer, b"two loaves\n")
    os.close(writer)
    os.dup2(reader, 0)  # ①
    child = Process(target=read_order)
    child.start()
    child.join()
