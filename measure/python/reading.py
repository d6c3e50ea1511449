"""Reading much from a child: the time, and the most memory that it took."""

import subprocess

from answer import answer, microseconds


def read(size, program):
    """Microseconds, and KiB."""

    def run():
        command = [program, "--emit", size]
        done = subprocess.run(command, capture_output=True, check=True)
        assert len(done.stdout) == int(size)

    took = microseconds(run)
    with open("/proc/self/status") as status:
        peak = [line for line in status if line.startswith("VmHWM")]
    return [took, int(peak[0].split()[1])]


if __name__ == "__main__":
    answer(read)
