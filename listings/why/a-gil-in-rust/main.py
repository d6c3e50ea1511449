import os
import sys
from multiprocessing import Array, Process
from multiprocessing import Event as SharedEvent
from threading import Event, Thread


def cook(gate, seen, number, goal):
    gate.wait()
    seen[2 + number] = os.getpid()
    with seen.get_lock():
        seen[0] += 1
        seen[1] = max(seen[0], seen[1])
    while seen[1] < goal:
        pass
    with seen.get_lock():
        seen[0] -= 1


def crew(worker, gate, goal):
    seen = Array("i", 6)
    cooks = []
    for number in range(4):
        args = (gate, seen, number, goal)
        cooks.append(worker(target=cook, args=args, daemon=True))
        cooks[-1].start()
    gate.set()  # ①
    for each in cooks:
        each.join()
    return f"{len(set(seen[2:])):4}  {seen[1]:7}"


if __name__ == "__main__":
    print(f"{'':22}  PIDs  at work")
    sys.setswitchinterval(60)
    print("threads, 60 s         ", crew(Thread, Event(), 1))
    sys.setswitchinterval(0.005)
    print("threads, 5 ms         ", crew(Thread, Event(), 4))
    print("processes             ", crew(Process, SharedEvent(), 4))
