import time
from multiprocessing import get_context
from multiprocessing.connection import wait

Process = get_context("fork").Process


def refusal(child):
    try:
        return child.sentinel
    except ValueError as error:
        return f"ValueError: {error}"


def ready(child):
    return len(wait([child.sentinel], timeout=0))


if __name__ == "__main__":
    child = Process(target=time.sleep, args=(60,), daemon=True)
    print("before start:", refusal(child))
    child.start()
    print("while it runs:", ready(child), "ready")
    child.kill()
    child.join()
    print("after join:", ready(child), "ready")
    print("once more:", ready(child), "ready")
    sentinel = child.sentinel
    child.close()
    print("after close:", refusal(child))
    print("the number alone:", len(wait([sentinel])), "ready")
