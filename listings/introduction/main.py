import sys
from multiprocessing import Process


def boil():
    print("child: the kettle is on")
    sys.exit(3)  # ①


if __name__ == "__main__":
    child = Process(target=boil)
    child.start()
    child.join()  # ②
    print("parent: my child's exit code is", child.exitcode)
