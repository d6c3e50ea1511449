from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context

fork = get_context("fork")
pool = ThreadPoolExecutor(max_workers=1)


def add(pool):
    return pool.submit(sum, range(101)).result()


def work(here):
    here.send("!")
    print("child: ", add(pool))  # ②


def work_alone():
    with ThreadPoolExecutor(max_workers=1) as own:  # ④
        print("child: ", add(own))


if __name__ == "__main__":
    print("parent:", add(pool))  # ①
    is_here, here = fork.Pipe(duplex=False)
    child = fork.Process(target=work, args=(here,))
    child.start()
    is_here.recv()
    child.join(0.2)
    print("child ends in time:", str(not child.is_alive()).lower())  # ③
    child.kill()
    child.join()
    child = fork.Process(target=work_alone)
    child.start()
    child.join()
