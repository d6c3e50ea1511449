import signal
import time
from multiprocessing import current_process, get_context

Process = get_context("fork").Process


def attempt(when, work):
    try:
        work()
        print(f"{when}: no error")
    except ValueError as error:
        message = str(error).replace(". ", ".\n  ")
        print(f"{when}: ValueError: {message}")


if __name__ == "__main__":
    early = Process()
    early.close()
    attempt("start after close", early.start)

    child = Process(target=time.sleep, args=(60,), daemon=True)
    child.start()
    attempt("while running", child.close)
    child.kill()
    child.join()
    child.close()
    attempt("the main process", current_process().close)

    lost = Process(target=time.sleep, args=(60,), daemon=True)
    lost.start()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    lost.kill()
    lost.join()
    attempt("lost", lost.close)
