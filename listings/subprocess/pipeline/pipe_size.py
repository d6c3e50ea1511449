import fcntl
import os
import sys
from subprocess import PIPE, Popen

GET, SET = 1032, 1031  # fcntl.F_GETPIPE_SZ and F_SETPIPE_SZ, from 3.10 on

zeros = ["head", "-c", "131072", "/dev/zero"]
reader, writer = os.pipe()
print("as made:", fcntl.fcntl(writer, GET))
if sys.version_info >= (3, 10):
    head = Popen(zeros, stdout=PIPE, pipesize=100_000)  # ①
else:
    head = Popen(zeros, stdout=PIPE)
    fcntl.fcntl(head.stdout, SET, 100_000)
print("as set: ", fcntl.fcntl(head.stdout, GET))
print("head: exit status:", head.wait())  # ②
print("read, after its end:", len(head.stdout.read()))
