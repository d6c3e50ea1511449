"""Waiting for the end of a child, with a timeout."""

import multiprocessing
import os
import resource
import subprocess
import time

from answer import answer


def wake_ups():
    return resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw


def popen(milliseconds, program):
    """Microseconds from the end to the return, and wake-ups."""
    command = [program, "--live", milliseconds]
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    before = wake_ups()
    child.wait(timeout=60)
    now, after = time.monotonic_ns(), wake_ups()
    end = int(child.stdout.read())
    child.stdout.close()
    return [(now - end) / 1000, after - before]


def live(seconds, tell):
    time.sleep(seconds)
    tell.send_bytes(b"%d" % time.monotonic_ns())
    os._exit(0)


def join(milliseconds):
    """The same for `Process.join`."""
    context = multiprocessing.get_context("fork")
    told, tell = context.Pipe(False)
    seconds = int(milliseconds) / 1000
    child = context.Process(target=live, args=(seconds, tell))
    child.start()
    before = wake_ups()
    child.join(60)
    now, after = time.monotonic_ns(), wake_ups()
    return [(now - int(told.recv_bytes())) / 1000, after - before]


if __name__ == "__main__":
    answer(popen, join)
