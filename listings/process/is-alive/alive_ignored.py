import signal
from multiprocessing import get_context

Process = get_context("fork").Process

if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # ①
    guest = Process()
    guest.start()
    print("join:    ", guest.join())  # ②
    print("is_alive:", guest.is_alive())  # ③
    print("exitcode:", guest.exitcode)
