import ctypes
import os
import subprocess

PR_SET_CHILD_SUBREAPER = 36

ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)  # ④
gate, leash = os.pipe()
for dish, script in [
    ("bread", "echo dough; echo bread"),
    ("roast", "echo raw; exec sleep 60"),  # ⑤
    ("stew", "exec 3<&0; cat <&3 & echo water"),  # ⑥
]:
    sh = ["sh", "-c", script]
    options = dict(stdin=gate, stdout=subprocess.PIPE, text=True)
    try:
        done = subprocess.run(sh, timeout=0.3, **options)
        print(f"{dish}: exit status: {done.returncode}, {done.stdout!r}")
    except subprocess.TimeoutExpired as late:
        print(f"{dish}: timed out, {late.stdout!r}")
os.close(leash)
os.wait()  # ⑦
