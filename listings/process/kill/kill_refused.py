import signal
from multiprocessing import Process


def refuse():
    for name in [signal.SIGTERM, signal.SIGKILL]:
        try:
            signal.signal(name, signal.SIG_IGN)
            print(f"{name.name}: ignored")
        except OSError as error:
            print(f"{name.name}: {error.strerror}")


if __name__ == "__main__":
    guest = Process(target=refuse)
    guest.start()
    guest.join()
