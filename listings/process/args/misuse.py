import sys
from multiprocessing import Process

sys.tracebacklimit = 0


def bake(bread):
    print("baking", bread)


def run_in_child(args):
    try:
        child = Process(target=bake, args=args, name="child")
    except TypeError as error:
        print("no process: TypeError:", error)
        return
    child.start()
    child.join()
    print("the exit code is", child.exitcode)


if __name__ == "__main__":
    run_in_child(("rye",))  # ①
    run_in_child(("rye"))  # ②
    run_in_child({"rye": 500})  # ③
    run_in_child(bread for bread in ["wheat"])  # ④
    run_in_child(5)  # ⑤
