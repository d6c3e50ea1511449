import os
from multiprocessing import current_process, get_context

Process = get_context("fork").Process


def show(when, process):
    print(f"{when}: {process.name}, PID {process.pid}")
    print(f"{'own':>{len(when) + 1}} PID {os.getpid()}")


def sort():
    show("asked before", before)
    show("asked now", current_process())


if __name__ == "__main__":
    before = current_process()
    sorter = Process(target=sort, name="sorter")
    sorter.start()
    sorter.join()

    child = os.fork()
    if child == 0:
        show("forked by hand", current_process())
    else:
        os.waitpid(child, 0)
