from multiprocessing import get_context


def name():
    with open("/proc/self/comm") as file:
        return file.read()


def compare(parent):
    whose = "its parent's" if name() == parent else "its own"
    print(f"to the system the child has {whose} name")


if __name__ == "__main__":
    parent = name()  # ①
    Process = get_context("fork").Process
    child = Process(target=compare, args=(parent,), name="Ada")
    child.start()
    child.join()
