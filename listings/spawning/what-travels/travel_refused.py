import os
from multiprocessing import get_context

Process = get_context("spawn").Process


class Login:
    def __init__(self, name, password):
        self.name = name

    def __reduce__(self):
        return Login, (self.name,)  # ②


def enter(value):
    print("never printed")


if __name__ == "__main__":
    pile = []
    for _ in range(100_000):
        pile = [pile]  # ①
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the child's traceback
    for value in [lambda: None, pile, Login("Ada", "soup")]:
        child = Process(target=enter, args=(value,))
        try:
            child.start()
        except Exception as error:
            print("start:", type(error).__name__)
        else:
            child.join()
            print("exit code:", child.exitcode)
