from multiprocessing import get_context
from threading import Lock, Thread

loaves = 0
lock = Lock()


def bake():
    global loaves
    with lock:
        loaves += 10


def run(kind):
    global loaves
    loaves = 0
    bakers = [kind(target=bake) for _ in range(4)]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
    return loaves


if __name__ == "__main__":
    print("4 threads:  ", run(Thread), "loaves")
    print("4 processes:", run(get_context("fork").Process), "loaves")
