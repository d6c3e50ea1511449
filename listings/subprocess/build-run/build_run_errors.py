import subprocess

runs = [
    dict(args=["false"], check=True),
    dict(args=["sh", "-c", "kill -KILL $$"], check=True),
    dict(args=["nosuch"]),
    dict(args=["true"], cwd="/nosuch"),
]
for run in runs:
    try:
        print(subprocess.run(**run))
    except subprocess.CalledProcessError as error:
        print(error.cmd[0], "returned", error.returncode)
    except FileNotFoundError as error:  # ①②
        verb = "enter" if error.filename == run.get("cwd") else "find"
        print("cannot", verb, error.filename)
