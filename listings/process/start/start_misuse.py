from multiprocessing import Process


def attempt(when, child):
    try:
        (child or Process(daemon=False)).start()
        print(f"{when}: no error")
    except (AssertionError, ValueError) as error:
        print(f"{when}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    soup = Process()
    soup.start()
    attempt("twice", soup)
    soup.join()
    attempt("after the end", soup)
    soup.close()
    attempt("after close", soup)

    sister = Process(target=attempt, args=("in a sister", Process()))
    sister.start()
    sister.join()

    args = ("in a daemon", None)
    daemon = Process(target=attempt, args=args, daemon=True)
    daemon.start()
    daemon.join()
