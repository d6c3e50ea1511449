import ctypes
import os
import signal
import subprocess

PR_SET_CHILD_SUBREAPER = 36

ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)  # ①
for name, send in [("kill", os.kill), ("killpg", os.killpg)]:
    sh = subprocess.Popen(
        ["sh", "-c", "exec 3<&0; cat <&3 & exec sleep 60"],  # ②
        start_new_session=True,  # ③
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    )
    sh.stdin.write(b"onions")
    cut = sh.stdout.read(6)  # ④

    send(sh.pid, signal.SIGKILL)  # ⑤
    print(f"{name}: sh: signal: {-sh.wait()} (SIGKILL)")
    try:
        sh.stdin.write(b" and carrots")  # ⑥
    except BrokenPipeError:
        pass
    sh.stdin.close()
    cut += sh.stdout.readall()
    print("  the cook has cut", cut.decode())
    sh.stdout.close()
    os.wait()  # ⑦
