from multiprocessing import Event, Process


def bake(oven_is_hot):
    oven_is_hot.wait()


if __name__ == "__main__":
    oven_is_hot = Event()
    child = Process(target=bake, args=(oven_is_hot,))
    child.start()
    try:
        child.close()
    except ValueError:
        print("refused: the child still runs")  # ①
    oven_is_hot.set()
    child.join()
    code = child.exitcode  # ②
    child.close()
    print("closed, the exit code was", code)
    try:
        child.exitcode
    except ValueError:
        print("refused: the exit code is forgotten")  # ③
    child.close()  # ④
    print("closed twice")
