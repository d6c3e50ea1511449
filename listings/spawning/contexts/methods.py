import multiprocessing as mp


def attempt(what, action, *args, **kwargs):
    try:
        print(f"{what}: {action(*args, **kwargs)}")
    except (RuntimeError, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    attempt("at first", mp.get_start_method, allow_none=True)
    mp.set_start_method("fork")  # ①
    attempt("now", mp.get_start_method)
    attempt("set twice", mp.set_start_method, "fork")

    spawn = mp.get_context("spawn")  # ②
    attempt("this context", spawn.get_start_method)
    attempt("all others", mp.get_start_method)
    attempt("set a context", spawn.set_start_method, "fork")
    attempt("bogus", mp.get_context, "bogus")

    mp.set_start_method(None, force=True)  # ③
    attempt("reset", mp.get_start_method, allow_none=True)
    mp.get_start_method()  # ④
    attempt("set after a look", mp.set_start_method, "fork")
