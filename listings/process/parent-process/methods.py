from multiprocessing import Process, parent_process


def attempt(what):
    try:
        print(f"{what.__name__}: {what()}")
    except (AssertionError, AttributeError, KeyError) as error:
        print(f"{what.__name__}: {type(error).__name__}: {error}")


def authkey():
    return parent_process().authkey


def exitcode():
    return parent_process().exitcode


def try_all():
    parent = parent_process()
    for what in [parent.start, parent.terminate, exitcode, authkey]:
        attempt(what)
    print("same PID by another name:", parent.ident == parent.pid)
    parent.join(0)
    print("after join(0):", parent.is_alive())


if __name__ == "__main__":
    child = Process(target=try_all)
    child.start()
    child.join()
