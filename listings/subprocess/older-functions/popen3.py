import subprocess
from subprocess import PIPE

COMMAND = 'read -r bread; echo "$bread"; echo burnt >&2'

child = subprocess.Popen(
    COMMAND, shell=True, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True
)
stdout, stderr = child.communicate("rye\n")  # ①②
print("stdout:", stdout, end="")
print("stderr:", stderr, end="")
print("exit status:", child.returncode)
