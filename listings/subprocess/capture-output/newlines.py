import json
import subprocess

command = ["printf", r"rye\r\noat\rbran\n"]

raw = subprocess.run(command, stdout=subprocess.PIPE).stdout
print("as it came:", json.dumps(raw.decode()))
text = subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout  # ①
print("as text:   ", json.dumps(text))
