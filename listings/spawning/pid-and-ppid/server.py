import os
from multiprocessing import get_context, parent_process


def whose_child(main):
    print("my PPID is main:", os.getppid() == main)
    print("my parent_process() is main:", parent_process().pid == main)


if __name__ == "__main__":
    for method in ["fork", "forkserver"]:
        print(method)
        Process = get_context(method).Process
        child = Process(target=whose_child, args=(os.getpid(),))
        child.start()
        child.join()
