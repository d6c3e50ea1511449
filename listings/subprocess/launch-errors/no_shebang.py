import os
import subprocess
import tempfile

with tempfile.TemporaryDirectory() as kitchen:
    os.chdir(kitchen)
    with open("bake", "w") as file:
        file.write("echo the oven is on\n")
    os.chmod("bake", 0o755)

    for case, function in [("plain", None), ("with preexec_fn", bool)]:
        try:
            subprocess.run(["./bake"], preexec_fn=function)
        except OSError as error:
            print(f"{case}: {error}")
