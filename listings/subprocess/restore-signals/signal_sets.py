import signal
import subprocess

signal.signal(signal.SIGUSR2, signal.SIG_IGN)  # ①
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])  # ②

cat = ["cat", "/proc/self/status"]
status = subprocess.check_output(cat, text=True)
lines = dict(line.split(":", 1) for line in status.splitlines())
ignored, blocked = int(lines["SigIgn"], 16), int(lines["SigBlk"], 16)
for name in "SIGPIPE", "SIGXFSZ", "SIGUSR2", "SIGTERM":
    bit = 1 << (getattr(signal, name) - 1)
    said = f"ignored {bool(ignored & bit)}, blocked {bool(blocked & bit)}"
    print(f"{name}: {said.lower()}")
