"""Start and join of a child that does nothing, and children to look at.

What this file imports is imported by each child of `spawn` and `forkserver`
as well, so it imports no more than a program with processes has to.
"""

import multiprocessing
import os
import signal
import threading

from answer import answer, microseconds


def nothing():
    pass


def start(how, count, program):
    """Microseconds a child."""
    import subprocess

    def thread():
        worker = threading.Thread(target=nothing)
        worker.start()
        worker.join()

    def os_fork():
        pid = os.fork()
        if pid == 0:
            os._exit(0)
        os.waitpid(pid, 0)

    def run():
        subprocess.run([program], check=True)

    def process():
        worker = multiprocessing.get_context(how).Process(target=nothing)
        worker.start()
        worker.join()

    calls = {"thread": thread, "os-fork": os_fork, "run": run}
    return [microseconds(calls.get(how, process), int(count))]


held = []


def hold(how, count):
    """Starts children that wait: descriptors a child, and their PIDs."""
    import subprocess

    before = len(os.listdir("/proc/self/fd"))
    for _ in range(int(count)):
        if how == "popen":
            held.append(subprocess.Popen(["sleep", "60"]))
        else:
            context = multiprocessing.get_context(how)
            held.append(context.Process(target=signal.pause))
            held[-1].start()
    descriptors = len(os.listdir("/proc/self/fd")) - before
    return [descriptors / int(count)] + [child.pid for child in held]


def release():
    for child in held:
        child.kill()
    for child in held:
        child.wait() if hasattr(child, "wait") else child.join()
    held.clear()
    return [0]


if __name__ == "__main__":
    answer(start, hold, release)
