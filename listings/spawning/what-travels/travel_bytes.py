import pickle
from multiprocessing import get_context


def read(data):
    print(pickle.loads(data))


if __name__ == "__main__":
    order = {"dish": "soup", "guests": 4}
    data = pickle.dumps(order, protocol=4)  # the same in all versions
    print(len(data), "bytes:", repr(data)[2:-1])
    child = get_context("fork").Process(target=read, args=(data,))
    child.start()
    child.join()
    photo = bytes([7]) * 1_000_000
    print("a photo:", len(pickle.dumps(photo, protocol=4)), "bytes")
