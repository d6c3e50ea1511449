import subprocess

SAY = 'echo "I am $0"'

subprocess.run(SAY, shell=True, executable="/bin/sh")  # ①
subprocess.run(["kitchen", "-c", SAY], executable="/bin/sh")  # ②
