import sys
from multiprocessing import Process

if __name__ == "__main__":
    loaf = Process(target=sys.exit, args=(3,))
    loaf.start()  # ①
    print("the loaf is baked by PID", loaf.pid)  # ②
    loaf.join()  # ③
    print("its exit code is", loaf.exitcode)  # ④
