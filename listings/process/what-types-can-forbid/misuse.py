from multiprocessing import Event, Process


def attempt(what, action):
    try:
        print(f"{what}: {action()}")
    except (AssertionError, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    done = Event()
    loaf = Process(target=done.wait, daemon=True)
    attempt("joined before the start", loaf.join)
    loaf.start()
    attempt("started twice", loaf.start)
    attempt("exit code while it runs", lambda: loaf.exitcode)
    attempt("closed while it runs", loaf.close)
    done.set()
    loaf.join()
    loaf.close()
    attempt("exit code after close", lambda: loaf.exitcode)
