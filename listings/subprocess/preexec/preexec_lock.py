import os
import subprocess
from threading import Barrier, Lock, Thread

oven, meet = Lock(), Barrier(2)


def bake():
    with oven:  # ①
        meet.wait()
        meet.wait()  # ④


def look():
    if oven.acquire(blocking=False):
        os.write(1, b"the oven is free\n")
    else:
        os.write(1, b"the oven is locked, for ever\n")  # ③


cook = Thread(target=bake)
cook.start()
meet.wait()
subprocess.run(["true"], preexec_fn=look)  # ②
meet.wait()
cook.join()
