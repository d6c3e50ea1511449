import errno
import os
import resource
from multiprocessing import Process


def try_to_open(who):
    try:
        open(os.devnull).close()
        print(f"{who} opened")
    except OSError as error:
        print(f"{who} {errno.errorcode[error.errno]}")


def read_letter():
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))  # ①
    try_to_open("child: ")  # ②


if __name__ == "__main__":
    reader = Process(target=read_letter)
    reader.start()
    reader.join()
    try_to_open("parent:")  # ③
