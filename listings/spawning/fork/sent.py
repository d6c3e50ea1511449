import pickle
from tempfile import TemporaryFile
from threading import Lock


def attempt(what, thing):
    try:
        pickle.dumps(thing)
        print(f"{what}: sent")
    except (AttributeError, TypeError, pickle.PicklingError):  # ①
        print(f"{what}: refused")


if __name__ == "__main__":
    attempt("a list", ["Ada"])
    attempt("a function", attempt)  # ②
    attempt("a lambda", lambda: None)
    attempt("a lock", Lock())
    attempt("a file", TemporaryFile("w+"))
