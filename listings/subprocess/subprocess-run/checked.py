import subprocess

commands = [
    ["test", "6", "-lt", "7"],
    ["test", "6", "-gt", "7"],
    ["sh", "-c", "kill $$"],
]
for args in commands:
    try:
        subprocess.run(args, check=True)  # ①
        print("fine")
    except subprocess.CalledProcessError as failed:
        print(failed)
