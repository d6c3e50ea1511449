import json
import select
import subprocess
from subprocess import PIPE


def ask(filter, seconds):
    child = subprocess.Popen(filter, stdin=PIPE, stdout=PIPE)
    child.stdin.write(b"rye\n")
    child.stdin.flush()
    ready, _, _ = select.select([child.stdout], [], [], seconds)  # ①
    output, _ = child.communicate()  # ②
    print(f"{filter[0]}: answers at once: {str(bool(ready)).lower()}")
    print("  in the end:", json.dumps(output.decode()))


ask(["cat", "-u"], 5)
ask(["tr", "a-z", "A-Z"], 0.2)
