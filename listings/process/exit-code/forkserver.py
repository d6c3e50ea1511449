import os
import signal
from multiprocessing import get_context


def bake(kitchen):
    kitchen.send(os.getppid())
    kitchen.recv()
    kitchen.send("the child still bakes")


if __name__ == "__main__":
    context = get_context("forkserver")
    here, there = context.Pipe()
    child = context.Process(target=bake, args=(there,))
    child.start()
    os.kill(here.recv(), signal.SIGKILL)  # ①
    child.join()
    print("exitcode:", child.exitcode)
    here.send("go on")
    print(here.recv())

    context = get_context("spawn")
    context.set_executable("/no/such/python")  # ②
    child = context.Process()
    child.start()
    child.join()
    print("exitcode:", child.exitcode)
