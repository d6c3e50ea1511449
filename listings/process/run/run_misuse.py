from multiprocessing import Process


def greet():
    print("the target greets")


class Guest(Process):
    def run(self):
        print("the method greets")


if __name__ == "__main__":
    guest = Guest(target=greet)  # ①
    guest.start()
    guest.join()

    child = Process(target=greet)
    child.run()  # ②
    child.run()
    child.start()
    child.join()
    try:
        child.run()  # ③
    except AttributeError as error:
        print("run after start:", error)
