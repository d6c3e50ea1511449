import subprocess

SCRIPT = "while read -r trays; do echo $((trays * 7)); done"

with subprocess.Popen(
    ["sh", "-c", SCRIPT],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    text=True,
    bufsize=1,
) as child:
    for trays in [2, 6]:
        child.stdin.write(f"{trays}\n")  # ①
        answer = child.stdout.readline()  # ②
        print(f"{trays} trays: {answer.rstrip()} loaves")
    child.stdin.close()  # ③
print("exit status:", child.returncode)
