import os
import signal
import time
from multiprocessing import Process


def attempt(when, pid):
    try:
        os.kill(pid, signal.SIGINT)
        print(f"{when}: no error")
    except (TypeError, ProcessLookupError) as error:
        print(f"{when}: {type(error).__name__}")


if __name__ == "__main__":
    cook = Process(target=time.sleep, args=(60,), daemon=True)
    attempt("before start", cook.pid)
    cook.start()
    cook.kill()
    cook.join()
    attempt("after the end", cook.pid)
