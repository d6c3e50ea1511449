import os
from multiprocessing import Process, cpu_count


def report(before):
    print("child: may use:", len(os.sched_getaffinity(0)))
    still = cpu_count() == before
    print("child: processors as before:", str(still).lower())


if __name__ == "__main__":
    before = cpu_count()
    first = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, [first])

    child = Process(target=report, args=(before,))
    child.start()
    child.join()
