import multiprocessing as mp

stamps = 0
library = mp.get_context("spawn")  # ①


def count(whose):
    print(f"{whose} child: {stamps} stamps")


def sorter():
    return library.Process(target=count, args=("the library's",))


if __name__ == "__main__":
    mp.set_start_method("fork")  # ②
    stamps = 4
    clerk = mp.Process(target=count, args=("the program's",))
    for child in [clerk, sorter()]:
        child.start()
        child.join()
