import os
import subprocess


def leaks(fd, close_fds):
    test = ["test", "-e", f"/dev/fd/{fd}"]
    status = subprocess.call(test, close_fds=close_fds)
    return str(status == 0).lower()  # ①


read, write = os.pipe()
print("os.pipe leaks:             ", leaks(read, close_fds=False))
os.set_inheritable(read, True)  # ②
print("set_inheritable leaks:     ", leaks(read, close_fds=False))
print("the same, close_fds=True:  ", leaks(read, close_fds=True))
