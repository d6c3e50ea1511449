import os
from multiprocessing import Process, SimpleQueue
from threading import Thread


def count(quarter, answers):
    numbers = range(500 * quarter, 500 * (quarter + 1))
    primes = [n for n in numbers if n > 1 and all(n % d for d in range(2, n))]
    answers.put((len(primes), os.getpid()))  # ①


def run(workers, kind):
    answers = SimpleQueue()
    started = [kind(target=count, args=(n, answers)) for n in range(4)]
    for worker in started:
        worker.start()  # ② ③
    found = [answers.get() for _ in started]  # ④
    for worker in started:
        worker.join()
    total = sum(primes for primes, _ in found)
    pids = {pid for _, pid in found}
    print(f"4 {workers}: {total} primes; PIDs: {len(pids)}")


if __name__ == "__main__":
    run("threads", Thread)
    run("processes", Process)
