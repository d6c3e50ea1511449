import json
import subprocess

commands = [
    "echo rye; echo burnt >&2",
    r"printf 'oat\n\n'; exit 3",
    "kill $$",
    "no-such-oven 2>/dev/null",
]
for command in commands:
    code, text = subprocess.getstatusoutput(command)
    print(f"{code:>3} {json.dumps(text)}  {command}")
