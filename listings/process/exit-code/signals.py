import signal
from multiprocessing import Process

SIGNALS = "SIGINT SIGKILL SIGSEGV SIGABRT SIGUSR1 SIGTERM SIGRTMIN"


def end(number):
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # ①
    signal.raise_signal(number)


if __name__ == "__main__":
    for name in SIGNALS.split():
        child = Process(target=end, args=(getattr(signal, name),))
        child.start()
        child.join()
        print(f"{name:<9} {child.exitcode}")
