from multiprocessing import get_context
from threading import Event, Lock, Thread

pantry = Lock()


def look(method):
    is_free = pantry.acquire(blocking=False)
    print(f"{method}: {'free' if is_free else 'locked'}")


def cook(locked, may_go):
    with pantry:
        locked.set()
        may_go.wait()  # ①


if __name__ == "__main__":
    locked, may_go = Event(), Event()
    thread = Thread(target=cook, args=(locked, may_go))
    thread.start()
    locked.wait()
    for method in ["Fork", "Spawn", "ForkServer"]:
        Process = get_context(method.lower()).Process
        child = Process(target=look, args=(method,))
        child.start()
        child.join()  # ②
    may_go.set()
    thread.join()
