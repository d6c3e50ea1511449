import os
import pty
import signal
import subprocess


def bakery(tell):
    cat = subprocess.Popen(
        ["cat"], stdout=subprocess.PIPE, preexec_fn=os.setpgrp  # ①
    )
    _, status = os.waitpid(cat.pid, os.WUNTRACED)  # ②
    by_tty = os.WIFSTOPPED(status) and os.WSTOPSIG(status) == signal.SIGTTIN
    text = f"!behind: stopped by SIGTTIN: {str(by_tty).lower()}\n"
    os.write(tell, text.encode())
    os.tcsetpgrp(0, cat.pid)  # ③
    os.kill(cat.pid, signal.SIGCONT)
    line = cat.stdout.readline()  # ④
    os.write(tell, b"in front: reads " + line)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # ⑤
    os.tcsetpgrp(0, os.getpgrp())
    cat.kill()
    cat.wait()


heard, tell = os.pipe()
child, keyboard = pty.fork()
if child == 0:
    bakery(tell)
    os._exit(0)
os.close(tell)
os.read(heard, 1)
os.write(keyboard, b"two loaves\n")
with os.fdopen(heard) as text:
    print(text.read(), end="")
os.waitpid(child, 0)
