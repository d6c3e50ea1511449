import signal
from multiprocessing import active_children, get_context
from time import sleep

Process = get_context("fork").Process


def start_kettle():
    kettle = Process(target=sleep, args=(60,), name="kettle", daemon=True)
    kettle.start()


if __name__ == "__main__":
    start_kettle()
    for child in active_children():
        print("without its object:", child.name)
        child.terminate()
        child.join()

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    child = Process()
    child.start()
    child.join()
    ended = not child.is_alive()
    left = len(active_children())
    print(f"SIGCHLD is ignored: ended is {ended}, {left} in the list")
