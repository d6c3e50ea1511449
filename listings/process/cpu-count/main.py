import os
from multiprocessing import Process, cpu_count

MYSELF = 0


def available():
    return len(os.sched_getaffinity(MYSELF))


def truth(value):
    return str(value).lower()


def restrict(all_of_them):
    first = min(os.sched_getaffinity(MYSELF))
    os.sched_setaffinity(MYSELF, [first])  # ③

    still = cpu_count()
    print("child:  processors as before:", truth(still == all_of_them))  # ④
    print("child:  may use:", available())


if __name__ == "__main__":
    all_of_them = cpu_count()  # ①
    usable = available()  # ②
    child = Process(target=restrict, args=(all_of_them,))
    child.start()
    child.join()
    print("parent: some processors:", truth(all_of_them >= 1))
    same = truth(available() == usable)
    print("parent: may use as many as before:", same)  # ⑤
