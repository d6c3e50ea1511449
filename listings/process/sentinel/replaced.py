import os
from multiprocessing import get_context
from multiprocessing.connection import wait

Process = get_context("fork").Process

if __name__ == "__main__":
    command = ("sleep", "sleep", "60")
    child = Process(target=os.execlp, args=command, daemon=True)
    child.start()
    ready = wait([child.sentinel])
    print("sentinels that are ready:", len(ready))
    print("the child is alive:", child.is_alive())
    child.kill()
    child.join()
