import os
import select
from subprocess import PIPE, Popen

letter = b"x" * (1 << 20)


def write_all(pipe):
    """Writes until the pipe takes nothing for half a second."""
    for n in range(0, len(letter), 4096):
        if not select.select([], [pipe], [], 0.5)[1]:
            return n  # ①
        os.write(pipe.fileno(), letter[n : n + 4096])  # ②
    return len(letter)


with Popen(["cat"], stdin=PIPE, stdout=PIPE) as cat:
    sent = write_all(cat.stdin) // 1024  # ③
    cat.kill()
    cat.wait()
    print("sent more than 128 KiB of 1024:", str(sent > 128).lower())
    print("sent more than 192 KiB of 1024:", str(sent > 192).lower())
    copy = cat.stdout.read()  # ④
    print("cat has written", len(copy) // 1024, "KiB of them")
