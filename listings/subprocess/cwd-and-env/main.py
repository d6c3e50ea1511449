import os
import subprocess

REPORT = 'echo "child:  in $PWD, CITY is ${CITY-unset}"'

env = dict(os.environ, CITY="Oslo")  # ①
subprocess.run(["sh", "-c", REPORT], cwd="/", env=env)  # ②
subprocess.run(["sh", "-c", REPORT], cwd="/", env={})  # ③
print("parent: CITY is", os.environ.get("CITY", "unset"))  # ④
