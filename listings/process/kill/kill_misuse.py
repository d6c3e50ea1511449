import time
from multiprocessing import get_context

Process = get_context("fork").Process


def attempt(when, kill):
    try:
        print(f"{when}: {kill()}")
    except (AttributeError, ValueError) as error:
        print(f"{when}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    guest = Process(target=time.sleep, args=(60,), daemon=True)
    attempt("before start", guest.kill)

    guest.start()
    args = ("in a sister", guest.kill)
    sister = Process(target=attempt, args=args)
    sister.start()
    sister.join()
    guest.join()
    print("the exit code is", guest.exitcode)
    attempt("after the end", guest.kill)
    guest.close()
    attempt("after close", guest.kill)
