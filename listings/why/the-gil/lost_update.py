from contextlib import nullcontext
from threading import Lock, Thread

balance = 0


def deposit(lock, pause):
    global balance
    with lock:
        seen = balance
        pause()
        balance = seen + 1  # ②


def two_deposits(lock, meanwhile):
    global balance
    balance = 0
    alan = Thread(target=deposit, args=(lock, lambda: None))
    deposit(lock, lambda: meanwhile(alan))
    alan.join()
    return balance


def run(alan):
    alan.start()
    alan.join()  # ①


print("two deposits, no lock: ", two_deposits(nullcontext(), run))
print("two deposits, one lock:", two_deposits(Lock(), Thread.start))  # ③
