import os
import subprocess
import sys

if len(sys.argv) > 1:
    script = "kill -s PIPE $$; echo sh: goes on"  # ①
    os.execvp("sh", ["sh", "-c", script])  # ②

code = subprocess.call([sys.executable, __file__, "wrapper"])
said = "signal: 13 (SIGPIPE)" if code == -13 else f"exit status: {code}"
print(said)  # ③
