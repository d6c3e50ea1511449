import subprocess

with subprocess.Popen(["yes"], stdout=subprocess.PIPE) as child:
    start = child.stdout.read(10)  # ①
    child.stdout.close()
    code = child.wait()  # ②

print(len(start), "bytes")
print("ended by signal", -code)
