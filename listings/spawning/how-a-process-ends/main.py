import atexit
import os
import signal
import sys


def say(text):
    os.write(2, text.encode())  # ①


def main():
    for end in "return", "exit", "_exit", "raise", "abort", "signal":
        say(f"{end:6} ->")
        pid = os.fork()
        if pid != 0:
            status = os.waitpid(pid, 0)[1]
            died = os.WTERMSIG(status)
            code = signal.Signals(died).name if died else os.WEXITSTATUS(status)
            say(f" -> {code}\n")
            continue
        sys.excepthook = lambda *_: say(" message")  # ②
        atexit.register(say, " atexit")
        print(" buffer", end="")  # ③
        try:
            if end == "exit":
                sys.exit(3)
            if end == "_exit":
                os._exit(4)
            if end == "raise":
                raise RuntimeError("the soup boils over")
            if end == "abort":
                os.abort()
            if end == "signal":
                signal.raise_signal(signal.SIGKILL)
            return  # ④
        finally:
            say(" finally")


main()
