import time
from multiprocessing import get_context

Process = get_context("fork").Process


def attempt(when, terminate):
    try:
        print(f"{when}: {terminate()}")
    except (AttributeError, ValueError) as error:
        print(f"{when}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    cook = Process(target=time.sleep, args=(60,), daemon=True)
    attempt("before start", cook.terminate)

    cook.start()
    args = ("in a sister", cook.terminate)
    sister = Process(target=attempt, args=args)
    sister.start()
    sister.join()
    cook.join()
    print("the exit code is", cook.exitcode)
    attempt("after the end", cook.terminate)
    cook.close()
    attempt("after close", cook.terminate)
