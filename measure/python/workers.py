"""Work of a known size, done by threads or by processes."""

import multiprocessing
import threading
import time

from answer import answer, microseconds


def compute(amount):
    total = 0
    for number in range(amount):
        total += number * number
    return total


def wait(milliseconds):
    time.sleep(milliseconds / 1000)


def calibrate(milliseconds):
    """The amount of computing that takes so long."""
    amount = 10_000
    while True:
        took = microseconds(lambda: compute(amount))
        if took > 20_000:
            return [int(amount * float(milliseconds) * 1000 / took)]
        amount *= 2


def alone(kind, amount):
    work = {"compute": compute, "wait": wait}[kind]
    return [microseconds(lambda: work(int(amount)))]


def together(kind, amount, how, count):
    work = {"compute": compute, "wait": wait}[kind]
    fork = multiprocessing.get_context("fork")
    kinds = {"threads": threading.Thread, "processes": fork.Process}

    def run():
        workers = []
        for _ in range(int(count)):
            worker = kinds[how](target=work, args=(int(amount),))
            worker.start()
            workers.append(worker)
        for worker in workers:
            worker.join()

    return [microseconds(run)]


if __name__ == "__main__":
    answer(calibrate, alone, together)
