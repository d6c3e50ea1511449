import signal
from multiprocessing import get_context
from signal import SIG_BLOCK, SIG_DFL, SIG_IGN, Signals

NAMES = {SIG_DFL: "default", SIG_IGN: "ignored"}


def on_signal(number, frame):
    pass


def row(who, first, second, third):
    first = NAMES.get(signal.getsignal(first), "handler")
    second = NAMES.get(signal.getsignal(second), "handler")
    blocked = third in signal.pthread_sigmask(SIG_BLOCK, [])
    third = "blocked" if blocked else "open"
    print(f"{who:<11}{first:<9}{second:<9}{third}")


if __name__ == "__main__":
    for signals in [
        [Signals.SIGUSR1, Signals.SIGUSR2, Signals.SIGALRM],
        [Signals.SIGVTALRM, Signals.SIGPROF, Signals.SIGIO],  # ①
    ]:
        signal.signal(signals[0], SIG_IGN)
        signal.signal(signals[1], on_signal)
        signal.pthread_sigmask(SIG_BLOCK, [signals[2]])
        row("parent", *signals)
        for method in ["fork", "spawn", "forkserver"]:
            context = get_context(method)
            child = context.Process(target=row, args=(method, *signals))
            child.start()
            child.join()
