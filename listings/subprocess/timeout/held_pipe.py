import ctypes
import os
import select
import subprocess

PR_SET_CHILD_SUBREAPER = 36

ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)  # ①
shell = subprocess.Popen(
    ["sh", "-c", "exec 3<&0; cat <&3 & echo the baker goes home"],  # ②
    stdin=subprocess.PIPE,  # ③
    stdout=subprocess.PIPE,
)
print("sh: exit status:", shell.wait())

print("its output:", shell.stdout.readline().decode(), end="")
ready, _, _ = select.select([shell.stdout], [], [], 0.2)  # ④
print("the output has ended:", "true" if ready else "false")
shell.stdin.close()  # ⑤
shell.stdout.read()
print("the output has ended: true")
shell.stdout.close()
os.wait()  # ⑥
