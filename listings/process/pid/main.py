import os
from multiprocessing import Event, Process


def bake(oven_is_hot):
    oven_is_hot.wait()
    print("in the child: PID", os.getpid())  # ③


def shown(child):
    return "None" if child.pid is None else f"PID {child.pid}"


if __name__ == "__main__":
    print("the parent:   PID", os.getpid())
    oven_is_hot = Event()
    child = Process(target=bake, args=(oven_is_hot,))
    print("before start:", shown(child))  # ①
    child.start()
    print("started:     ", shown(child))  # ②
    oven_is_hot.set()
    child.join()
    print("after join:  ", shown(child))  # ④
