import os
import subprocess
import sys
from tempfile import TemporaryDirectory

STRANGER = 65533


def reads(*steps, **how):
    def preexec():
        for step, argument in steps:
            step(argument)

    try:
        cat = subprocess.run(
            ["cat", "ledger"], preexec_fn=preexec, capture_output=True, **how
        )
    except (PermissionError, subprocess.SubprocessError):
        return None
    return cat.returncode == 0


with TemporaryDirectory() as folder:
    os.chdir(folder)  # ①
    os.chmod(".", 0o755)
    with open("ledger", "w") as ledger:
        ledger.write("42 euros")
    os.chmod("ledger", 0o640)  # ②
    groups, group = (os.setgroups, []), (os.setgid, STRANGER)
    user = (os.setuid, STRANGER)
    leaked = str(reads(user) is not False).lower()
    print("setuid alone:          leaks or EPERM", leaked)  # ③
    refused = str(reads(user, group) is None).lower()
    print("setuid before setgid:  EPERM", refused)  # ④
    leaked = str(reads(groups, group, user) is True).lower()
    print("groups, group, user:   leaks", leaked)
    ids = {"user": STRANGER, "group": STRANGER, "extra_groups": []}
    leaked = sys.version_info >= (3, 9) and reads(**ids) is True
    print("gid and uid:           leaks", str(leaked).lower())  # ⑤
    os.chdir("/")
