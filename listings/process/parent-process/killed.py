import ctypes
import os
from multiprocessing import get_context, parent_process

context = get_context("fork")
PR_SET_CHILD_SUBREAPER = 36


def help_out(ready):
    cook = parent_process()
    runs = {True: "runs", False: "has ended"}
    print(f"helper: the {cook.name} {runs[cook.is_alive()]}")
    ready.set()
    cook.join(60)  # ①
    print(f"helper: the {cook.name} {runs[cook.is_alive()]}")


def cook_a_meal(ready):
    helper = context.Process(target=help_out, args=(ready,))
    helper.start()
    helper.join()


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # ②
    ready = context.Event()
    args = (ready,)
    cook = context.Process(target=cook_a_meal, args=args, name="cook")
    cook.start()
    ready.wait()  # ③
    cook.kill()
    cook.join()
    os.wait()  # ④
