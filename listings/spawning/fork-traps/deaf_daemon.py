import os
import signal
from multiprocessing import get_context

fork = get_context("fork")
TERM = [signal.SIGTERM]


def play(unblock):
    if unblock:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, TERM)  # ②
    signal.pause()


def keep_shop(unblock, on):
    signal.pthread_sigmask(signal.SIG_BLOCK, TERM)  # ①
    radio = fork.Process(target=play, args=(unblock,), daemon=True)
    radio.start()
    on.send(radio.pid)  # ③


def shop_ends(unblock):
    """Does a shop end whose radio inherits a blocked SIGTERM?"""
    is_on, on = fork.Pipe(duplex=False)
    shop = fork.Process(target=keep_shop, args=(unblock, on))
    shop.start()
    radio = is_on.recv()
    shop.join(0.5)  # ④
    ends = not shop.is_alive()
    if not ends:
        os.kill(radio, signal.SIGKILL)
    shop.join()
    return str(ends).lower()


if __name__ == "__main__":
    print("blocked:   the shop ends:", shop_ends(False))
    print("unblocked: the shop ends:", shop_ends(True))
