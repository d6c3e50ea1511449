import os
from multiprocessing import get_context

Process = get_context("spawn").Process

if __name__ == "__main__":
    try:
        Process(target=lambda: print("never printed")).start()
    except Exception as error:
        print("a lambda:", type(error).__name__)

    def wash(guests):
        print(guests, "plates")

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the child's traceback
    child = Process(target=wash, args=(4,))  # ①
    child.start()
    child.join()  # ②
    print("exit code:", child.exitcode)
