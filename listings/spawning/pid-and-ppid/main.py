import os

print(f"parent: PID {os.getpid()}, PPID {os.getppid()}", flush=True)  # ①
child = os.fork()
if child == 0:
    print(f"child:  PID {os.getpid()}, PPID {os.getppid()}", flush=True)  # ②
    os._exit(0)
os.waitpid(child, 0)
print(f"parent: fork gave me PID {child}")  # ③
