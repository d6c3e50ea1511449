import signal
import subprocess

signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # ①
press = subprocess.Popen(["false"])
print("wait:", press.wait())  # ②
done = subprocess.run(["false"], check=True)
print("run:", done.returncode)
