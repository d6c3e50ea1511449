import os
from subprocess import PIPE, Popen


def descriptors():
    return len(os.listdir("/proc/self/fd"))


before = descriptors()
cat = Popen(["cat"], stdin=PIPE, stdout=PIPE)
running = descriptors() - before
cat.stdin.close()
cat.wait()
print(f"running:    {running} descriptors")
print(f"waited for: {descriptors() - before} descriptor")
cat.stdout.close()
print(f"dropped:    {descriptors() - before} descriptors")
