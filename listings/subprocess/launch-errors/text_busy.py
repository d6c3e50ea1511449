import os
import subprocess
import tempfile

with tempfile.TemporaryDirectory() as kitchen:
    os.chdir(kitchen)
    with open("bake", "w") as file:
        os.chmod("bake", 0o755)
        writer = subprocess.Popen(
            ["cat"], stdin=subprocess.PIPE, stdout=file  # ①
        )
    try:
        subprocess.run(["./bake"])  # ②
    except OSError as error:
        print(f"while it is written: {error.strerror}")
    writer.communicate(b"#!/bin/sh\necho fresh bread\n")  # ③
    subprocess.run(["./bake"], check=True)
