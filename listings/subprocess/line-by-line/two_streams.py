import subprocess
from concurrent.futures import ThreadPoolExecutor

SCRIPT = """n=0
while [ $n -lt 1000 ]; do
    n=$((n + 1))
    printf '%0100d\n' $n
    printf '%0100d\n' $n >&2
done"""


def count(stream):
    return sum(1 for _ in stream)


with subprocess.Popen(
    ["sh", "-c", SCRIPT],
    stdout=subprocess.PIPE,
    stderr=subprocess.PIPE,
    text=True,
) as child, ThreadPoolExecutor() as pool:
    stderr = pool.submit(count, child.stderr)  # ①
    stdout = count(child.stdout)  # ②

print("stdout:", stdout, "lines")
print("stderr:", stderr.result(), "lines")  # ③
