import time
from multiprocessing import current_process, get_context

Process = get_context("fork").Process


def attempt(when, work):
    try:
        print(f"{when}: {work()}")
    except (AttributeError, ValueError) as error:
        print(f"{when}: {type(error).__name__}")


if __name__ == "__main__":
    child = Process(target=time.sleep, args=(60,), daemon=True)
    attempt("when assigned", lambda: setattr(child, "exitcode", 1))

    child.start()
    args = ("in a sister", lambda: child.exitcode)
    sister = Process(target=attempt, args=args)
    sister.start()
    sister.join()

    child.kill()
    child.join()
    child.close()
    attempt("after close", lambda: child.exitcode)
    attempt("of the main process", lambda: current_process().exitcode)
