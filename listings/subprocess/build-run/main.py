import subprocess
from subprocess import PIPE, STDOUT

cities = "Oslo\nLima\nCairo\n"
done = subprocess.run(
    ["sort"], input=cities, capture_output=True, check=True, text=True
)  # ①
print(done.stdout, end="")

letter = b"x" * (1 << 20)
copy = subprocess.run(["cat"], input=letter, capture_output=True)
print("cat: the same,", str(copy.stdout == letter).lower())
unread = subprocess.run(["true"], input=letter)
print("true: returncode", unread.returncode)

fruit = "printf apple; printf orange >&2; kill -KILL $$"
fruit = subprocess.run(
    ["sh", "-c", fruit], stdout=PIPE, stderr=STDOUT, text=True
)  # ②
print("sh: returncode", fruit.returncode)
print("   ", fruit.stdout)

try:
    bake = ["sh", "-c", "echo dough; exec sleep 60"]
    subprocess.run(bake, capture_output=True, timeout=0.3)
except subprocess.TimeoutExpired as error:  # ③
    so_far = error.stdout.decode().strip()
    print(f"{error.cmd[0]}: too late, so far {so_far}")
