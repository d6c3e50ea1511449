import os
import resource
import signal
import subprocess


def limit():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (0, 60))  # ②


loop = ["sh", "-c", "while :; do :; done"]
child = subprocess.Popen(loop, preexec_fn=limit)
_, status, usage = os.wait4(child.pid, 0)  # ①
child.returncode = -os.WTERMSIG(status)
print("sh died of", signal.Signals(-child.returncode).name)
print("CPU time below 1 s:", str(usage.ru_utime < 1).lower())
print("memory above 0:", str(usage.ru_maxrss > 0).lower())  # ③
