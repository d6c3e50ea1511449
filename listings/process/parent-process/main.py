import os
from multiprocessing import Process, parent_process


def introduce(who):
    pid = os.getpid()
    parent = parent_process()
    if parent is None:
        print(f"{who}: PID {pid}, no parent")  # ①
    else:
        name, its = parent.name, parent.pid
        print(f"{who}: PID {pid}, parent {name} with PID {its}")  # ②
        assert parent.is_alive()


def cook_a_meal():
    introduce("cook")
    helper = Process(target=introduce, args=("helper",))  # ③
    helper.start()
    helper.join()


if __name__ == "__main__":
    introduce("main")
    cook = Process(target=cook_a_meal, name="cook")
    cook.start()
    cook.join()
