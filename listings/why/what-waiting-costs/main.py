from multiprocessing import Process
from multiprocessing.connection import wait
from time import sleep


def bread():
    child = Process(target=sleep, args=(0.3,))
    child.start()
    return child


if __name__ == "__main__":
    child = bread()
    questions = 1
    while not wait([child.sentinel], 5):
        questions += 1  # ①
    child.join()
    print("poll asks", questions, "time")

    child = bread()
    questions = 1
    while child.is_alive():
        sleep(0.001)  # ②
        questions += 1
    often = "many times" if questions > 10 else "seldom"
    print("a loop asks", often)
