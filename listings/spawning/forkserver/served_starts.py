import os
from multiprocessing import get_context

Process = get_context("forkserver").Process


def cook():
    child = Process(target=help_out, args=(os.getppid(),))
    child.start()
    child.join()


def help_out(server_of_cook):
    another = os.getppid() != server_of_cook
    print("another server:", str(another).lower())


if __name__ == "__main__":
    child = Process(target=cook)
    child.start()
    child.join()
