import os
import subprocess
from tempfile import TemporaryDirectory


def sorted_in(folder, env):
    sort = subprocess.run(
        ["sort", "orders"],
        cwd=folder,
        env=env,  # ①
        stdout=subprocess.PIPE,
        text=True,
    )
    return " ".join(sort.stdout.splitlines())


with TemporaryDirectory() as upload:
    evil = os.path.join(upload, "sort")
    with open(os.path.join(upload, "orders"), "w") as file:
        file.write("rolls\nbread\n")
    with open(evil, "w") as file:
        file.write("#!/bin/sh\necho all your bread\n")  # ②
    os.chmod(evil, 0o755)
    for path in ":/usr/bin:/bin", ".:/usr/bin:/bin", "/usr/bin:/bin":
        print(f"PATH={path:15} {sorted_in(upload, {'PATH': path})}")
    print(f"{'no PATH':20} {sorted_in(upload, {})}")  # ③
