import os
from multiprocessing import get_context


def whose_child(main):
    if os.getppid() == main:
        print("I am a child of the main program")
    else:
        print("I am a child of another process")


if __name__ == "__main__":
    for method in ["fork", "forkserver"]:
        print(f"{method}:", end=" ", flush=True)
        Process = get_context(method).Process
        child = Process(target=whose_child, args=(os.getpid(),))
        child.start()
        child.join()
