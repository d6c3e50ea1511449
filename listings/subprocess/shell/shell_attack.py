import os
import shlex
import subprocess
from tempfile import TemporaryDirectory

NAMES = ["x; rm till", "$(rm till)", "`rm till`", "x\nrm till"]
NAMES += ["'; rm till; '", '"; rm till; "', "* till"]

WAYS = {
    "pasted into the script": lambda n: ["sh", "-c", "cat " + n],  # ②
    "pasted in quotes": lambda n: ["sh", "-c", f"cat '{n}'"],  # ③
    "quoted by shlex": lambda n: ["sh", "-c", "cat " + shlex.quote(n)],  # ④
    "handed over as $1": lambda n: ["sh", "-c", 'cat "$1"', "sh", n],  # ①⑤
    "no shell": lambda n: ["cat", n],  # ⑥
}


def holds(way, name):
    with TemporaryDirectory() as counter:
        till = os.path.join(counter, "till")
        for path, text in (till, "42 euros"), (name, "2 rolls"):
            with open(os.path.join(counter, path), "w") as file:
                file.write(text)
        cat = subprocess.run(way(name), cwd=counter, capture_output=True)
        return cat.stdout == b"2 rolls" and os.path.exists(till)


for label, way in WAYS.items():
    held = sum(holds(way, name) for name in NAMES)
    print(f"{label:22} {held} of {len(NAMES)} held")
