import os
import pty
import signal
import subprocess
import sys


def bakery(tell):
    signal.signal(signal.SIGINT, lambda *_: None)  # ①
    options = dict(preexec_fn=os.setpgrp)  # ②
    if sys.version_info >= (3, 11):
        options = dict(process_group=0)
    oven = subprocess.Popen(["sleep", "60"])
    till = subprocess.Popen(["cat"], stdin=subprocess.PIPE, **options)
    os.write(tell, b"!")
    number = -oven.wait()  # ④
    name = signal.Signals(number).name
    os.write(tell, f"in my group: signal: {number} ({name})\n".encode())
    till.communicate()  # ⑤
    status = f"exit status: {till.returncode}"
    os.write(tell, f"in its own group: {status}\n".encode())


heard, tell = os.pipe()
child, keyboard = pty.fork()
if child == 0:
    bakery(tell)
    os._exit(0)
os.close(tell)
os.read(heard, 1)
os.write(keyboard, b"\x03")  # ③
with os.fdopen(heard) as text:
    print(text.read(), end="")
os.waitpid(child, 0)
