from multiprocessing import Event, Process


def bake(oven_is_hot):
    oven_is_hot.wait()  # ①
    print("child:  the bread is baked")


if __name__ == "__main__":
    oven_is_hot = Event()
    child = Process(target=bake, args=(oven_is_hot,))
    child.start()
    child.join(0.1)
    if child.exitcode is None:
        print("parent: still baking after 0.1 s")  # ②
    oven_is_hot.set()
    child.join()  # ③
    child.join()  # ④
    print("parent: done, the exit code is", child.exitcode)
