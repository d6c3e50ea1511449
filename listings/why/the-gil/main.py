import sys
from threading import Event, Thread


def first(work):
    book, bell = [], Event()

    def bake():
        work(book, bell)
        book.append("the baker")

    baker = Thread(target=bake)
    baker.start()
    book.append("main")  # ①
    bell.set()
    baker.join()
    return book[0]


def compute(book, bell):
    for _ in range(1_000_000):
        pass


def compute_until_signed(book, bell):
    while not book:
        pass


def wait(book, bell):
    bell.wait()


sys.setswitchinterval(60)
print("60 s, the baker computes: first is", first(compute))  # ②
print("60 s, the baker waits:    first is", first(wait))  # ③
sys.setswitchinterval(0.005)
print("5 ms, the baker computes: first is", first(compute_until_signed))  # ④
