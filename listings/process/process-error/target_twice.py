from multiprocessing import get_context


def clean():
    print("it is washed")


def clean():
    print("it is wiped")


if __name__ == "__main__":
    child = get_context("spawn").Process(target=clean)
    child.start()
    child.join()
