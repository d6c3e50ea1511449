import sys
from multiprocessing import Process


def bake():
    print("the bread is baked")


def leave():
    sys.exit(3)


def run(name, target=None):
    child = Process(target=target, name=name)
    child.start()
    child.join()
    print(f"{name}: exit code {child.exitcode}")


if __name__ == "__main__":
    run("nothing")  # ①
    run("return", bake)  # ②
    run("exit", leave)  # ③
