import sys
from multiprocessing import get_all_start_methods, get_start_method

if sys.platform in ("darwin", "win32"):
    expected = "spawn"
elif sys.version_info >= (3, 14):
    expected = "forkserver"
else:
    expected = "fork"

if __name__ == "__main__":
    print("as in the table:", get_start_method() == expected)
    print("first of all:", get_all_start_methods()[0] == expected)
