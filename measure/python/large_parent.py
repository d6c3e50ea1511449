"""A parent with much memory, that starts children."""

import mmap
import os
import subprocess

from answer import answer, microseconds


def fork():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def children(mib, program):
    """Microseconds by `os.fork`, `run`, and `run` with a `preexec_fn`."""
    private = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    memory = mmap.mmap(-1, (int(mib) + 1) << 20, flags=private)
    memory.madvise(mmap.MADV_NOHUGEPAGE)
    for page in range(int(mib) * 256):
        memory[page * 4096] = 1

    def run():
        subprocess.run([program], check=True)

    def run_with_preexec_fn():
        subprocess.run([program], check=True, preexec_fn=int)

    calls = [fork, run, run_with_preexec_fn]
    times = [microseconds(call) for call in calls]
    memory.close()
    return times


if __name__ == "__main__":
    answer(children)
