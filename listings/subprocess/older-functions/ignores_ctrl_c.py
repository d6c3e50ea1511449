import os

status = os.system("kill -INT $PPID; exit 3")  # ④
print(f"still here; exit status: {os.WEXITSTATUS(status)}")
