import subprocess

command = ["sh", "-c", "echo rye; echo oat; echo spelt"]
with subprocess.Popen(
    command,
    stdout=subprocess.PIPE,  # ②
    text=True,
) as child:
    for number, line in enumerate(child.stdout, 1):  # ③
        print(f"{number}. {line}", end="")  # ①
print("exit status:", child.returncode)  # ④
