import sys
from multiprocessing import Process, current_process

sys.tracebacklimit = 0


def bake():
    print(current_process().name, "bakes")


def run_in_child(target):
    child = Process(target=target, name="child")
    child.start()
    child.join()
    print("the exit code is", child.exitcode)


if __name__ == "__main__":
    run_in_child(bake())  # a call, not the function
    run_in_child(5)
    run_in_child(len)
    run_in_child(0)
