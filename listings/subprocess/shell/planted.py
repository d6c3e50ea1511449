import os
import subprocess
from tempfile import TemporaryDirectory

SCRIPT = "echo 2 rolls\n"


def written(script, mode):
    with open(script, mode) as file:
        file.write(SCRIPT)
    return ["sh", script]


WAYS = {
    "open:": lambda script: written(script, "w"),  # ②
    "open, new only:": lambda script: written(script, "x"),  # ③
    "no file:": lambda script: ["sh", "-c", SCRIPT],  # ④
}

for label, way in WAYS.items():
    with TemporaryDirectory() as shared:
        till = os.path.join(shared, "till")
        with open(till, "w") as file:
            file.write("42 euros")
        script = os.path.join(shared, "bake.sh")
        os.symlink("till", script)  # ①
        try:
            said = subprocess.check_output(way(script), text=True).strip()
        except FileExistsError:
            said = "refused"
        money = os.path.getsize(till)
        print(f"{label:15} {said:7} till: {money} bytes")
