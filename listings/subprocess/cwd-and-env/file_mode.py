import os
import subprocess
import sys
from tempfile import TemporaryDirectory

with TemporaryDirectory() as bakery:
    how = {"umask": 0o053}
    if sys.version_info < (3, 9):
        how = {"preexec_fn": lambda: os.umask(0o053)}
    subprocess.run(["sh", "-c", ": > loaf"], cwd=bakery, **how)
    mode = os.stat(os.path.join(bakery, "loaf")).st_mode
    print(f"the child's file: {mode & 0o777:o}")
