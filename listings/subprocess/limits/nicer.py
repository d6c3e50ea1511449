import os
import subprocess


def niceness(pid):
    return os.getpriority(os.PRIO_PROCESS, pid)  # ①


wanted = min(niceness(0) + 5, 19)  # ②
cat = subprocess.Popen(
    ["cat"], stdin=subprocess.PIPE, preexec_fn=lambda: os.nice(5)
)
nice = niceness(cat.pid)
cat.communicate()
print("5 nicer than the parent:", str(nice == wanted).lower())
