from multiprocessing import get_context
from tempfile import TemporaryFile
from threading import Lock

Process = get_context("fork").Process  # ③

if __name__ == "__main__":
    book = TemporaryFile("w+")  # ①
    lock = Lock()  # ②
    guests = ["Ada"]

    def sign():
        with lock:
            guests.append("Alan")
            print(*guests, sep=" and ", file=book, flush=True)

    child = Process(target=sign)
    child.start()
    child.join()

    book.seek(0)  # ④
    print("the book:  ", book.read(), end="")
    with lock:
        print("the parent:", *guests)
