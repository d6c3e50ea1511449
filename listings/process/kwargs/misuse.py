import sys
from multiprocessing import Process

sys.tracebacklimit = 0


def bake(bread, *, minutes):
    print(f"{bread}: {minutes} minutes")


def run_in_child(kwargs):
    try:
        child = Process(
            target=bake, name="child", args=("wheat",), kwargs=kwargs
        )
    except TypeError as error:
        print("no process: TypeError:", error)
        return
    child.start()
    child.join()
    print("the exit code is", child.exitcode)


if __name__ == "__main__":
    run_in_child({"minutes": 50})
    run_in_child([1])
    run_in_child({})
    run_in_child({"spice": "dill"})
    run_in_child({"bread": "rye"})
