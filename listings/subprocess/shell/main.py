import subprocess

TEXT = "$((6 * 7)) rolls; echo gone"

subprocess.run(["echo", "no shell:", TEXT])  # ①
subprocess.run("echo a shell: " + TEXT, shell=True)  # ②
subprocess.run(['echo "$0 bakes $1"', "Ada", TEXT], shell=True)  # ③
missing = subprocess.run("no-such-oven 2> /dev/null", shell=True)  # ④
print("no such command: exit code", missing.returncode)
