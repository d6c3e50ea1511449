import subprocess


def look(child, seconds):
    try:
        status = child.wait(timeout=seconds)
        print(f"it has ended, exit status: {status}")
    except subprocess.TimeoutExpired:
        print(f"it still runs after {seconds:g} s")


cat = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
look(cat, 0)
look(cat, 0.05)  # ①
cat.stdin.close()  # ②
look(cat, 5)  # ③
look(cat, 0)  # ④
