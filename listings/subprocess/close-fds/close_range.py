import os
import subprocess

leak, write = os.pipe()
os.set_inheritable(leak, True)
test = ["test", "-e", f"/dev/fd/{leak}"]
found = subprocess.call(test, close_fds=False) == 0
print("as it is:    open in the child:", str(found).lower())
found = subprocess.call(test) == 0  # ①②
print("close_range: open in the child:", str(found).lower())
found = subprocess.call(test, pass_fds=[leak]) == 0  # ③
print("then passed: open in the child:", str(found).lower())
