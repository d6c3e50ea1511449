import pickle
from tempfile import TemporaryFile
from threading import Lock


def attempt(what, thing):
    try:
        pickle.dumps(thing)
        print(f"{what}: sent")
    except (TypeError, pickle.PicklingError) as error:
        print(f"{what}: {type(error).__name__}")  # ①


if __name__ == "__main__":
    attempt("a list", ["Ada"])
    attempt("a function", attempt)  # ②
    attempt("a lambda", lambda: None)
    attempt("a lock", Lock())
    attempt("a file", TemporaryFile("w+"))
