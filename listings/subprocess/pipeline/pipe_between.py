import os
from subprocess import STDOUT, Popen, run

reader, writer = os.pipe()
sort = Popen(["sort"], stdin=reader)  # ①
os.close(reader)
sh = ["sh", "-c", "echo rye; echo oats >&2"]
both = run(sh, stdout=writer, stderr=STDOUT)  # ②
os.close(writer)
sorted = sort.wait()  # ③
print("sh: exit status:", both.returncode)
print("sort: exit status:", sorted)
