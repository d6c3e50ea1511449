import sys
from threading import Barrier, Thread

sys.setswitchinterval(60)
oven = Barrier(4)
cooks = [Thread(target=oven.wait, daemon=True) for _ in range(4)]  # ①
for cook in cooks:
    cook.start()
for cook in cooks:
    cook.join()
print("all four have waited at one time")
