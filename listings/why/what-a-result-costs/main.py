from multiprocessing import Pipe, Process
from multiprocessing.shared_memory import SharedMemory

LETTER = b"A" * (1 << 20)


def write(there):
    there.send_bytes(LETTER)


def send(here, there):
    child = Process(target=write, args=(there,))
    child.start()
    there.close()  # ①
    received = here.recv_bytes()  # ②
    child.join()
    return received


def fill(name):
    shelf = SharedMemory(name)
    shelf.buf[: len(LETTER)] = LETTER  # ③
    shelf.close()


if __name__ == "__main__":
    print("pipe:  ", len(send(*Pipe(duplex=False))), "bytes")
    print("socket:", len(send(*Pipe())), "bytes")

    shelf = SharedMemory(create=True, size=len(LETTER))
    child = Process(target=fill, args=(shelf.name,))
    child.start()
    child.join()  # ④
    print("shared:", bytes(shelf.buf).count(b"A"), "bytes")
    shelf.close()
    shelf.unlink()
