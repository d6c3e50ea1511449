import os
from multiprocessing import Process


class Letter(Process):
    def __init__(self, name, i):
        super().__init__()
        self.name = name  # ③
        self.i = i

    def run(self):  # ①
        pid, ppid = self.pid, os.getppid()
        print(f"no. {self.i} is {self.name}: PID {pid}, PPID {ppid}")  # ④


if __name__ == "__main__":
    children = []
    for i, name in enumerate("Python", 1):
        child = Letter(name, i)
        child.start()  # ②⑤
        children.append(child)
    for child in children:
        child.join()
