import subprocess

scripts = [
    "exit 0",
    "exit 3",  # ①
    "kill -KILL $$",  # ②
    "sh -c 'kill -KILL $$'; exit $?",  # ③
]
for script in scripts:
    done = subprocess.run(
        ["sh", "-c", script],
        stderr=subprocess.DEVNULL,  # ④
    )
    print(f"{done.returncode:>3}  {script}")
