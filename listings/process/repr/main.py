import sys
from multiprocessing import Process
from time import sleep

if __name__ == "__main__":
    oven = Process(target=sleep, args=(60,), name="oven", daemon=True)
    print(oven)  # ①
    oven.start()
    print(oven)  # ②
    oven.terminate()
    oven.join()
    print(oven)  # ③
    oven.close()
    print(oven)  # ④

    kettle = Process(target=sys.exit, args=(3,))
    kettle.start()
    kettle.join()
    print(kettle)  # ⑤
