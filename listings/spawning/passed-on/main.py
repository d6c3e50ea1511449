import os
from multiprocessing import get_context
from resource import RLIMIT_NOFILE as FILES, getrlimit, setrlimit


def row(who, first):
    menu, cwd = os.environ["MENU"], os.getcwd()
    mask = os.umask(0)  # ①
    os.umask(mask)
    nice = os.nice(0) - first
    files, _ = getrlimit(FILES)
    print(f"{who:<11}{menu:<5}{cwd:<5}{mask:03o}   +{nice:<4}{files}")


if __name__ == "__main__":
    first = os.nice(0)
    print(f"{'':<11}menu cwd  umask nice files")
    changes = [("tea", "/", 0o27, 200), ("cake", "/dev", 0o77, 100)]
    for menu, cwd, mask, files in changes:
        os.environ["MENU"] = menu
        os.chdir(cwd)
        os.umask(mask)
        os.nice(1)
        setrlimit(FILES, (files, getrlimit(FILES)[1]))
        row("parent", first)  # ②
        for method in ["fork", "spawn", "forkserver"]:  # ③
            context = get_context(method)
            child = context.Process(target=row, args=(method, first))
            child.start()
            child.join()
