from multiprocessing import get_context

guests = 0


def count(method):
    print(f"{method}: {guests} guests")


if __name__ == "__main__":
    guests = 4  # ①
    for method in ["Fork", "Spawn"]:
        Process = get_context(method.lower()).Process
        child = Process(target=count, args=(method,))
        child.start()
        child.join()
