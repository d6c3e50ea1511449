import ctypes
from multiprocessing import get_context

SET_NO_NEW_PRIVS, GET_NO_NEW_PRIVS = 38, 39  # linux/prctl.h
prctl = ctypes.CDLL(None).prctl


def row(who):
    is_set = prctl(GET_NO_NEW_PRIVS, 0, 0, 0, 0)
    print(f"{who:<11}{'set' if is_set else 'not set'}")


def start(method, target, args):
    child = get_context(method).Process(target=target, args=args)
    child.start()
    child.join()


def compare(has_server):
    if has_server:
        start("forkserver", row, ("first",))  # ①
    prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    row("parent")
    for method in ["fork", "spawn", "forkserver"]:
        start(method, row, (method,))


if __name__ == "__main__":
    for has_server in [False, True]:
        start("fork", compare, (has_server,))  # ②
