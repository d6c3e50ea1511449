from threading import Barrier, Event, Thread

begun, enough = Barrier(2), Event()


def count():
    begun.wait()
    sheep = 0
    while not enough.is_set():  # ①
        sheep += 1


counter = Thread(target=count)
counter.start()
begun.wait()
enough.set()
counter.join()
print("the counter has ended, because it looked")
