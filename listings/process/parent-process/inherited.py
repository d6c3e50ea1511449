import ctypes
import os
from multiprocessing import get_context, parent_process

context = get_context("fork")
PR_SET_CHILD_SUBREAPER = 36


def work(name, started, gate):
    started.release()
    gate.acquire()
    cook = parent_process()
    orphan = os.getppid() != cook.pid
    print(f"{name}: alive is {cook.is_alive()}, orphan is {orphan}")


def cook_a_meal(started, gates):
    for name, gate in gates.items():
        args = (name, started, gate)
        context.Process(target=work, args=args).start()


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    started = context.Semaphore(0)
    gates = {name: context.Semaphore(0) for name in ["helper", "baker"]}
    args = (started, gates)
    cook = context.Process(target=cook_a_meal, args=args)
    cook.start()
    for gate in gates:
        started.acquire()
    cook.kill()
    cook.join()
    for gate in gates.values():
        gate.release()
        os.wait()
