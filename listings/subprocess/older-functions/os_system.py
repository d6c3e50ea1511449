import os

for command in ["exit 0", "exit 3", "kill -KILL $$"]:
    print(f"{os.system(command):>3}  {command}")  # ①
