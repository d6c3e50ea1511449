import os
import subprocess
import sys

STRANGER = 65533


def return_to_root():
    for way in os.setuid, os.seteuid, os.setgid, os.setegid:
        try:
            way(0)
            return
        except PermissionError:
            pass
    raise PermissionError  # ①


how = {"user": STRANGER, "group": STRANGER, "extra_groups": []}
if sys.version_info < (3, 9):
    how = {}


def child():
    if not how:
        os.setgroups([])
        os.setgid(STRANGER)
        os.setuid(STRANGER)
    return_to_root()


try:
    subprocess.run(["id"], preexec_fn=child, stdout=subprocess.PIPE, **how)
    found = True
except (PermissionError, subprocess.SubprocessError):
    found = False
print("a way back to root:", str(found).lower())  # ②
