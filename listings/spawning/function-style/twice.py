import os
import sys


def ask(how, end):
    print("tea? ", end="")  # ①
    child = os.fork()
    if child == 0:
        end(0)  # ②
    os.waitpid(child, 0)
    print(f"(the child ended by {how})")  # ③


ask("exit", sys.exit)
ask("_exit", os._exit)
