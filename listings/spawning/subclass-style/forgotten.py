from multiprocessing import Process


class Forgotten(Process):
    def __init__(self, name):
        self.name = name


class TooLate(Process):
    def __init__(self, name):
        self.name = name
        super().__init__()


if __name__ == "__main__":
    try:
        Forgotten("P").start()
    except AttributeError as error:
        print("Forgotten:", error)
    print("TooLate:", TooLate("P").name)
