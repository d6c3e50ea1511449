import subprocess
import sys

if len(sys.argv) > 1:
    sh = ["sh", "-c", "echo apple; echo orange >&2"]
    subprocess.run(sh, stderr=subprocess.STDOUT)  # ①
else:
    me = [sys.executable, __file__, "as child"]
    output = subprocess.run(
        me, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )  # ②
    print(output.stdout, end="")
