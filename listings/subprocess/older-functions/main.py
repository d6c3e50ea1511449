import subprocess

no = ["test", "6", "-gt", "7"]
print("call:", subprocess.call(no))  # ①

try:
    subprocess.check_call(no)
except subprocess.CalledProcessError:
    print("check_call: fails: true")  # ②

loaves = ["expr", "6", "*", "7"]
text = subprocess.check_output(loaves, text=True)  # ③
print("check_output:", text, end="")
