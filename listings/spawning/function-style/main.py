import os
from multiprocessing import Process


def introduce(name, i):
    pid, ppid = os.getpid(), os.getppid()
    print(f"no. {i} is {name}: PID {pid}, PPID {ppid}")


if __name__ == "__main__":
    children = []
    for i, name in enumerate("Python", 1):
        child = Process(target=introduce, args=(name, i))
        child.start()
        children.append(child)
    for child in children:
        child.join()
