import os
from multiprocessing import get_context, parent_process

guests = 0


def look_around(method):
    is_child = os.getppid() == parent_process().pid
    whose = "main" if is_child else "a server"
    print(f"{method:<10}: {guests} guests, child of {whose}")


if __name__ == "__main__":
    guests = 4  # ①
    for method in ["fork", "spawn", "forkserver"]:
        context = get_context(method)  # ②
        child = context.Process(target=look_around, args=(method,))
        child.start()
        child.join()
