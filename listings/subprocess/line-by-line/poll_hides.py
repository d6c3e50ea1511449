import json
import select
import subprocess
from subprocess import PIPE

command = ["sh", "-c", r"printf 'rye\noat\n'; read -r go"]
child = subprocess.Popen(command, stdin=PIPE, stdout=PIPE)
line = child.stdout.readline()  # ①
print("read:", json.dumps(line.decode()))

ready, _, _ = select.select([child.stdout], [], [], 0)  # ②
print("poll says that there is more:", str(bool(ready)).lower())
rest = child.stdout.peek()
print("in the buffer:", rest.decode().replace("\n", r"\n"))
child.communicate()  # ③
