import ctypes
import os
import resource
from multiprocessing import Process
from threading import Thread


def raise_error():
    raise ValueError("the dough is too wet")


def read_nothing():
    ctypes.string_at(0)


def descend():
    descend()


def bakery(accident):
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    baker = Thread(target=accident)
    baker.start()
    baker.join()


if __name__ == "__main__":
    accidents = {
        "exception": raise_error,
        "abort": os.abort,
        "bad pointer": read_nothing,
        "stack overflow": descend,
    }
    for name, accident in accidents.items():
        child = Process(target=bakery, args=(accident,))
        child.start()
        child.join()
        print(f"{name:14} in a thread: process ends with", child.exitcode)
    print("the parent has seen all of it")
