import os
import subprocess

city = os.fsdecode(b"M\xe1laga")  # ①
print("is UTF-8:   ", str("\udce1" not in city).lower())
out = subprocess.check_output(["printf", "%s", city])
print("argument:   ", ascii(out)[2:-1])  # ②
out = subprocess.check_output(["env"], env={"CITY": city})
print("environment:", ascii(out.strip())[2:-1])
