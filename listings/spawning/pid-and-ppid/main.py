import os
import sys

print(f"parent: PID {os.getpid()}, PPID {os.getppid()}")  # ①
sys.stdout.flush()
child = os.fork()
if child == 0:
    print(f"child:  PID {os.getpid()}, PPID {os.getppid()}")  # ②
    sys.stdout.flush()
    os._exit(0)
os.waitpid(child, 0)
print(f"parent: fork gave me PID {child}")  # ③
