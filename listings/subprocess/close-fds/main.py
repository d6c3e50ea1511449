import os
import subprocess

read, write = os.pipe()  # ①
os.write(write, b"2 rolls\n")
os.close(write)

path = f"/dev/fd/{read}"  # ②
subprocess.run(["cat", path], pass_fds=[read])  # ③
inherits = str(os.get_inheritable(read)).lower()
print("the parent's inherits:", inherits)  # ④
