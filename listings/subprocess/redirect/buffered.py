import sys
from subprocess import PIPE, STDOUT, run

program = """
import sys
print("apple")
print("orange", file=sys.stderr, flush=True)
"""
for options in [], ["-u"]:  # ①
    child = [sys.executable, "-I", *options, "-c", program]
    fruit = run(child, stdout=PIPE, stderr=STDOUT, text=True).stdout
    print(options, *fruit.split())
