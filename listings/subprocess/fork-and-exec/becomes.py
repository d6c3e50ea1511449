import os
import subprocess
import sys


def wrapper():
    try:  # ①
        try:
            os.execvp("/no-such-oven", ["oven"])  # ②
        except FileNotFoundError:
            print("wrapper: entity not found", flush=True)
        os.execvp("sh", ["sh", "-c", "echo $$"])  # ③
    finally:
        print("wrapper: the oven is off")


if len(sys.argv) > 1:
    wrapper()
else:
    inner = [sys.executable, __file__, "wrapper"]
    pipe = subprocess.PIPE
    with subprocess.Popen(inner, stdout=pipe, text=True) as child:
        output = child.stdout.read()
    text = "sh: my PID is the wrapper's"
    print(output.replace(str(child.pid), text), end="")
