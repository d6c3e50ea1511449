import signal
import time
from multiprocessing import Pipe, Process


def stay(bell):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # ①
    bell.send("!")  # ②
    time.sleep(60)


if __name__ == "__main__":
    parent, bell = Pipe()
    guest = Process(target=stay, args=(bell,), daemon=True)
    guest.start()
    parent.recv()

    guest.terminate()
    guest.join(0.1)  # ③
    gone = "still here" if guest.is_alive() else "gone"
    print("after terminate:", gone)
    guest.kill()  # ④
    guest.join()
    print("after kill:      the exit code is", guest.exitcode)
