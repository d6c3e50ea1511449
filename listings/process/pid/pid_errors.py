import os
from multiprocessing import current_process, get_context

Process = get_context("fork").Process


def look(child, pid):
    print("read in a sister, the same:", child.pid == pid)
    print("my own:", current_process().pid == os.getpid())


if __name__ == "__main__":
    child = Process()
    print("ident before start:", child.ident)
    child.start()
    print("ident is pid:", child.ident == child.pid)
    sister = Process(target=look, args=(child, child.pid))
    sister.start()
    sister.join()
    try:
        child.pid = 1
    except AttributeError as error:
        print("when assigned:", type(error).__name__)
    child.join()
    child.close()
    try:
        child.pid
    except ValueError as error:
        print("after close: ValueError:", error)
