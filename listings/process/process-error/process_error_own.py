import multiprocessing
import time
from multiprocessing import Pipe, Pool

if __name__ == "__main__":
    for name in "BufferTooShort", "TimeoutError", "AuthenticationError":
        exception = getattr(multiprocessing, name)
        print(f"{name}: a", exception.__mro__[1].__name__)

    hatch, belt = Pipe(duplex=False)
    belt.send_bytes(b"a long loaf")
    try:
        hatch.recv_bytes_into(bytearray(4))
    except multiprocessing.BufferTooShort as error:
        print("BufferTooShort:", error.args[0])  # ①

    with Pool(1) as pool:
        answer = pool.apply_async(time.sleep, (60,))
        try:
            answer.get(timeout=0.01)
        except multiprocessing.TimeoutError as error:
            print("TimeoutError: the built-in one:", isinstance(error, OSError))
