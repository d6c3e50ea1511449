import subprocess

loaves = ["expr", "6", "*", "7"]

print(subprocess.run(loaves, capture_output=True))
print(subprocess.run(loaves))  # ①
print(subprocess.Popen(loaves).communicate())  # ②
