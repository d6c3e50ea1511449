import os
from multiprocessing import get_context
from multiprocessing.connection import wait

Process = get_context("fork").Process


def leave_a_child(gate):
    if os.fork() == 0:
        os.read(gate, 1)  # ②
        os._exit(0)


if __name__ == "__main__":
    gate, key = os.pipe()
    child = Process(target=leave_a_child, args=(gate,))
    child.start()
    child.join()
    print("the child's exit code:", child.exitcode)
    ready = wait([child.sentinel], timeout=0)  # ③
    print("sentinels that are ready:", len(ready))
    os.write(key, b"!")
    ready = wait([child.sentinel])
    print("after the grandchild:", len(ready))
