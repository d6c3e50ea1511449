import os
import subprocess
from tempfile import TemporaryDirectory

ORDERS = "-otill"  # ①

for args in [ORDERS], ["--", ORDERS], ["./" + ORDERS]:
    with TemporaryDirectory() as counter:
        till = os.path.join(counter, "till")
        orders = os.path.join(counter, ORDERS)
        for path, text in (till, "42 euros"), (orders, "rolls\nbread\n"):
            with open(path, "w") as file:
                file.write(text)
        sort = subprocess.run(
            ["sort", *args],
            cwd=counter,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        rows, money = sort.stdout.splitlines(), os.path.getsize(till)
        print(f"sort {' '.join(args):11} till: {money} bytes", *rows)
