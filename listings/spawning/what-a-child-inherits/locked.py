from multiprocessing import get_context
from threading import Event, Lock, Thread

fork = get_context("fork")
pantry = Lock()
bell = fork.Event()
locked, may_go = Event(), Event()


def cook():
    with pantry:
        locked.set()
        may_go.wait()  # ①


def free():
    got = pantry.acquire(blocking=False)
    return str(got).lower()


def look():
    before = free()
    bell.wait()
    print(f"child:  free before: {before}, after: {free()}")  # ②


if __name__ == "__main__":
    thread = Thread(target=cook)
    thread.start()
    locked.wait()
    child = fork.Process(target=look)
    child.start()
    may_go.set()
    thread.join()
    print("parent: free after:", free())  # ③
    bell.set()
    child.join()
