import os
from multiprocessing import active_children, current_process, get_context


def show(who):
    own = current_process().pid == os.getpid()
    children = len(active_children())
    print(f"{who}: its own PID is {own}, {children} children", flush=True)


if __name__ == "__main__":
    context = get_context("fork")
    oven_is_hot = context.Event()
    cook = context.Process(target=oven_is_hot.wait)
    cook.start()
    show("main")
    pid = os.fork()
    if pid == 0:
        show("copy")  # ①
        try:
            cook.join()
        except AssertionError as error:
            print(f"copy: {error}", flush=True)  # ②
        os._exit(0)
    os.waitpid(pid, 0)
    show("main")
    oven_is_hot.set()
    cook.join()
