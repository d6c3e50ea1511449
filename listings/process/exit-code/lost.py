import signal
import sys
from multiprocessing import active_children, get_context

context = get_context("fork")


def bake(oven_is_hot):
    oven_is_hot.wait()
    sys.exit(3)


if __name__ == "__main__":
    oven_is_hot = context.Event()
    child = context.Process(target=bake, args=(oven_is_hot,))
    child.start()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    oven_is_hot.set()
    child.join()
    print("join:     returns")
    print("exitcode:", child.exitcode)
    print("is_alive:", child.is_alive())
    print("active:  ", len(active_children()))
