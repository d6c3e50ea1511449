import pickle
from multiprocessing import Process, current_process


def attempt(what, key):
    try:
        rider.authkey = key
        print(f"{what}: {rider.authkey}")
    except TypeError as error:
        print(f"{what}: TypeError: {error}")


if __name__ == "__main__":
    rider = Process()
    attempt("bytes", b"swordfish")
    attempt("empty", b"")
    attempt("str", "swordfish")
    attempt("int", 5)
    try:
        pickle.dumps(rider.authkey)
    except TypeError as error:
        print(f"pickle: TypeError: {error}")

    current_process().authkey = b"swordfish"
    print("set later, made before:", rider.authkey)
    print("set before, made later:", Process().authkey)
    rider.start()
    rider.authkey = b"too late"
    rider.join()
    rider.close()
    print("after close:", rider.authkey)
