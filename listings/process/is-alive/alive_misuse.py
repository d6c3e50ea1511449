from multiprocessing import current_process, get_context

Process = get_context("fork").Process


def attempt(when, ask):
    try:
        print(f"{when}: {ask()}")
    except (AssertionError, ValueError) as error:
        print(f"{when}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    guest = Process()
    guest.start()
    args = ("in a sister", guest.is_alive)
    sister = Process(target=attempt, args=args)
    sister.start()
    sister.join()

    guest.join()
    guest.close()
    attempt("after close", guest.is_alive)
    attempt("of oneself", current_process().is_alive)
