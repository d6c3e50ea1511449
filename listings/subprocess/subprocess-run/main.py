import subprocess

loaves = ["expr", "6", "*", "7"]  # ①

done = subprocess.run(loaves)  # ②
print("exit status:", done.returncode)

done = subprocess.run(loaves, capture_output=True, text=True)  # ③
print("captured:", done.stdout.rstrip("\n"))

child = subprocess.Popen(loaves)  # ④
print("exit status:", child.wait())
