import subprocess
import sys

done = subprocess.run(["sh", "-c", "kill $$"])
print("the child's returncode is", done.returncode)
code = done.returncode
sys.exit(code if code >= 0 else 128 - code)
