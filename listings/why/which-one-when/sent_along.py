from multiprocessing import get_context


def count(bag):
    print("found:", ", ".join(bag))


if __name__ == "__main__":
    bag = ["Paris", "Rome"]
    child = get_context("spawn").Process(target=count, args=(bag,))
    child.start()
    child.join()
