from multiprocessing import Process


def bake():
    print("child:  a function bakes")
    return 42


class Oven:
    def __init__(self, degrees):
        self.degrees = degrees

    def __call__(self):
        print(f"child:  an oven of {self.degrees} degrees bakes")


def run_in_child(target):
    child = Process(target=target)  # ①
    child.start()
    child.join()
    print("parent: the exit code is", child.exitcode)


if __name__ == "__main__":
    run_in_child(bake)  # ②
    run_in_child(Oven(220))  # ③
    run_in_child(None)  # ④
