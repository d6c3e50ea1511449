import sys
import time
from multiprocessing import Event, Process


def bake(oven_is_hot):
    oven_is_hot.wait()
    sys.exit(3)  # ①


if __name__ == "__main__":
    oven_is_hot = Event()
    cake = Process(target=bake, args=(oven_is_hot,))
    print("before start: ", cake.exitcode)  # ②
    cake.start()
    print("while running:", cake.exitcode)
    oven_is_hot.set()
    cake.join()
    print("after exit(3):", cake.exitcode)  # ③

    stew = Process(target=time.sleep, args=(60,), daemon=True)
    stew.start()
    stew.terminate()
    stew.join()
    print("after SIGTERM:", stew.exitcode)  # ④
