import signal
import socket
from multiprocessing import get_context

fork = get_context("fork")


def wake(*_):
    pass


def work(in_child, theirs):
    signal.signal(signal.SIGTERM, in_child)  # ②
    theirs.send("!")
    theirs.recv()


def is_woken(alarm):
    try:
        return len(alarm.recv(1)) > 0
    except BlockingIOError:
        return False


if __name__ == "__main__":
    alarm, waker = socket.socketpair()
    alarm.setblocking(False)
    waker.setblocking(False)
    signal.set_wakeup_fd(waker.fileno())  # ①
    signal.signal(signal.SIGTERM, wake)
    for in_child in wake, signal.SIG_DFL:
        ours, theirs = fork.Pipe()
        child = fork.Process(target=work, args=(in_child, theirs))
        child.start()
        ours.recv()
        child.terminate()  # ③
        ours.send("!")
        child.join()
        woken = str(is_woken(alarm)).lower()  # ④
        print(f"exit code {child.exitcode}, parent woken: {woken}")
