import os
import subprocess
import sys


def groups(**how):
    if sys.version_info < (3, 9):
        how = {}
    return set(subprocess.check_output(["id", "-G"], **how).split())


try:
    os.setgroups([4, 20])  # ①
except PermissionError:
    pass
mine = {str(group).encode() for group in os.getgroups() + [os.getegid()]}

print("nothing set: kept", str(groups() == mine).lower())
print("group:       kept", str(groups(group=os.getgid()) == mine).lower())
print("user:        kept", str(groups(user=os.getuid()) == mine).lower())  # ②
