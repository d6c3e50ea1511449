import ctypes
import os
import resource
import sys
from multiprocessing import Process


def length(letter):
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    strlen = ctypes.CDLL(None).strlen
    strlen.argtypes = [ctypes.c_void_p if letter is None else ctypes.c_char_p]
    sys.exit(strlen(letter))


if __name__ == "__main__":
    for letter in [b"Dear Ada", None, b"Dear Alan, hello"]:
        reader = Process(target=length, args=(letter,))
        reader.start()
        reader.join()
        if reader.exitcode >= 0:
            print(reader.exitcode, "bytes")
        else:
            print("unreadable, signal", -reader.exitcode)
