import subprocess

SCRIPT = """n=0
while [ $n -lt 1000 ]; do
    n=$((n + 1))
    printf '%0100d\n' $n
    printf '%0100d\n' $n >&2
done"""

done = subprocess.run(["sh", "-c", SCRIPT], capture_output=True)
print("stdout:", len(done.stdout), "bytes")
print("stderr:", len(done.stderr), "bytes")
