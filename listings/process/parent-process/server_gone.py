import os
from multiprocessing import get_context, parent_process
from signal import SIGKILL
from time import sleep


def cook(to_main):
    server = os.getppid()
    os.kill(server, SIGKILL)  # ①
    while os.getppid() == server:
        sleep(0)  # ②
    parent = parent_process()
    alive = "alive" if parent.is_alive() else "dead"
    to_main.send(f"the server is dead, {parent.name} is {alive}")


if __name__ == "__main__":
    context = get_context("forkserver")
    from_cook, to_main = context.Pipe(duplex=False)
    child = context.Process(target=cook, args=(to_main,))
    child.start()
    print(from_cook.recv())
    child.join()
    if child.exitcode == 255:
        print("the exit code is lost")  # ③
