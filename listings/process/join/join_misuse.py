import time
from multiprocessing import current_process, get_context

Process = get_context("fork").Process


def attempt(when, join):
    try:
        join()
        print(f"{when}: no error")
    except (AssertionError, ValueError) as error:
        print(f"{when}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    child = Process(target=time.sleep, args=(60,), daemon=True)
    attempt("before start", child.join)

    child.start()
    attempt("no time", lambda: child.join(0))
    attempt("less than no time", lambda: child.join(-1))
    args = ("in a sister", child.join)
    sister = Process(target=attempt, args=args)
    sister.start()
    sister.join()
    attempt("oneself", current_process().join)

    child.kill()
    child.join()
    attempt("after the end", lambda: child.join(0))
    child.close()
    attempt("after close", child.join)
