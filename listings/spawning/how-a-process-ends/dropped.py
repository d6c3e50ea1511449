import os
import subprocess


def state(pid):
    try:
        with open(f"/proc/{pid}/status") as lines:
            return next(s for s in lines if s.startswith("State:"))[7:-1]
    except FileNotFoundError:
        return "no such process"


child = subprocess.Popen(["true"])
pid = child.pid
os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # ①
print("ended:     ", state(pid))
del child
print("dropped:   ", state(pid))  # ②
