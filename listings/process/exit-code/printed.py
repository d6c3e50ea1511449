import sys
from multiprocessing import Process


def end(way):
    sys.tracebacklimit = 0
    eval(way)


if __name__ == "__main__":
    for way in ["sys.exit('the oven is cold')", "1 / 0"]:
        child = Process(target=end, args=(way,), name="cake")
        child.start()
        child.join()
        print("exitcode:", child.exitcode)
