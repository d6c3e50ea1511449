import os
from multiprocessing import current_process, get_context, parent_process


def cook(main):
    name = current_process().name
    parents = [os.getppid(), parent_process().pid]
    is_child, is_started = ["" if pid == main else "not " for pid in parents]
    print(f"{name}: my PPID is {is_child}main, my parent is {is_started}main")


if __name__ == "__main__":  # ①
    Process = get_context("forkserver").Process  # ②
    for name in ["soup", "cake"]:
        child = Process(target=cook, name=name, args=(os.getpid(),))
        child.start()  # ③
        child.join()  # ④
