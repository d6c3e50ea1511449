import sys
from multiprocessing import Process


def bake():
    sys.tracebacklimit = 0
    open("recipe")


if __name__ == "__main__":
    baker = Process(target=bake, name="baker")
    baker.start()
    baker.join()
    print("exit code", baker.exitcode)
