from multiprocessing import Event, Process
from sys import exit
from threading import Thread


def bake(oven_is_hot):
    oven_is_hot.wait()
    exit(3)


def wait_for(child):  # ①
    child.join()  # ②
    print("thread: the baker has ended")


if __name__ == "__main__":
    oven_is_hot = Event()
    baker = Process(target=bake, args=(oven_is_hot,))
    baker.start()

    waiter = Thread(target=wait_for, args=(baker,))
    waiter.start()
    print("main: the shop is open", flush=True)  # ③
    oven_is_hot.set()
    waiter.join()
    print(f"main: {baker.exitcode}")  # ④
