import asyncio
from multiprocessing import get_context
from threading import Thread

fork = get_context("fork")


def bake(place):
    child = fork.Process(target=print, args=("baked", place))
    child.start()
    child.join()


async def bake_in_a_task():
    bake("in a task")


if __name__ == "__main__":
    bake("before all threads")  # ①
    thread = Thread(target=bake, args=("in a thread",))  # ②
    thread.start()
    thread.join()
    thread = Thread(target=asyncio.run, args=(bake_in_a_task(),))  # ③
    thread.start()
    thread.join()
