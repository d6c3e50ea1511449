import os
import select
from subprocess import PIPE, Popen


def ends(inheritable, close_fds):
    read, write = os.pipe()
    os.set_inheritable(write, inheritable)
    sh = ["sh", "-c", "echo !; read line"]  # ①
    sibling = Popen(sh, stdin=PIPE, stdout=PIPE, close_fds=close_fds)
    sibling.stdout.read(1)  # ②
    os.close(write)  # ③
    ended, _, _ = select.select([read], [], [], 0)  # ④
    sibling.communicate()  # ⑤
    os.close(read)
    return str(bool(ended)).lower()


print("os.pipe ends:           ", ends(False, close_fds=False))
print("set_inheritable ends:   ", ends(True, close_fds=False))
print("the same, close_fds:    ", ends(True, close_fds=True))
