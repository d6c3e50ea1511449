import os
import subprocess
import warnings


def state(pid):
    try:
        with open(f"/proc/{pid}/status") as status:
            return status.read().split("State:\t")[1].split("\n")[0]
    except FileNotFoundError:
        return "no such process"


press = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
pid, ink = press.pid, press.stdin
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    del press  # ①
for warning in caught:
    text = str(warning.message).replace(str(pid), "N")
    print(f"dropped: {warning.category.__name__}: {text}")
ink.close()
os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # ②
print("ended:", state(pid))
subprocess.run(["true"])  # ③
print("another child was started:", state(pid))
