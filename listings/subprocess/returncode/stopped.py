import os
import signal
import subprocess

script = "kill -STOP $$; read -r go; exit 3"
child = subprocess.Popen(["sh", "-c", script], stdin=subprocess.PIPE)

_, status = os.waitpid(child.pid, os.WUNTRACED)  # ①
stopped = str(os.WIFSTOPPED(status)).lower()
print(f"stopped: {stopped}, by signal {os.WSTOPSIG(status)}")
print("ended:", str(child.poll() is not None).lower())  # ②
child.send_signal(signal.SIGCONT)
_, status = os.waitpid(child.pid, os.WCONTINUED)  # ③
print("continued:", str(os.WIFCONTINUED(status)).lower())
child.stdin.close()
print("returncode:", child.wait())  # ④
