from subprocess import PIPE, Popen, TimeoutExpired

cat = Popen(["cat"], stdin=PIPE)
print(f"poll: {cat.poll()}, the pipe is open")  # ①
try:
    cat.wait(timeout=0.2)  # ②
except TimeoutExpired:
    print("wait: still running, the pipe is closed:", cat.stdin.closed)
cat.stdin.close()
print("close, then wait:", cat.wait())
