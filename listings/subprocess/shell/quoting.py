import shlex
import subprocess
import sys

LINE = r"""bake 'rye bread' "for Ada's cat" 2\ rolls"""

print("cut at spaces:", len(LINE.split(" ")), "words")
words = shlex.split(LINE)  # ①
print("by shlex:     ", len(words), "words")
sys.stdout.flush()

nested = shlex.join(words)  # ②
subprocess.run(["sh", "-c", "printf '  %s\\n' " + nested])

try:
    words = shlex.split("bake 'rye bread")
    print("not closed:   ", len(words), "words")
except ValueError:
    print("not closed:    refused")  # ③
