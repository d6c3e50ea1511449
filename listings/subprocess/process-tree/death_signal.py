import ctypes
import os
import signal
import subprocess
import threading

PR_SET_PDEATHSIG = 1
libc = ctypes.CDLL(None)


def spawn(children):
    parent = os.getpid()

    def ask():
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # ①
        if os.getppid() != parent:
            raise ProcessLookupError  # ②

    pipe = subprocess.PIPE
    children.append(subprocess.Popen(["cat"], stdin=pipe, preexec_fn=ask))


children = []
spawn(children)
thread = threading.Thread(target=spawn, args=(children,))
thread.start()
thread.join()
cat, other = children
cat.stdin.close()
print("started by the main thread: exit status:", cat.wait())  # ③
print(f"started by a thread:        signal: {-other.wait()} (SIGKILL)")  # ④
other.stdin.close()
