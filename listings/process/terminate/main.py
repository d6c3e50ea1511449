import time
from multiprocessing import Pipe, Process


def cook_soup(bell):
    try:
        print("cook:   the stove is on")
        print("cook:   the soup needs", end="")  # ②
        bell.send("!")  # ③
        time.sleep(60)
        print(" salt")
    finally:
        print("cook:   the stove is off")  # ①


if __name__ == "__main__":
    parent, bell = Pipe()
    cook = Process(target=cook_soup, args=(bell,), daemon=True)
    cook.start()
    parent.recv()
    cook.terminate()  # ④
    cook.join()  # ⑤
    print("parent: the exit code is", cook.exitcode)
