import os
import subprocess
import sys

if len(sys.argv) == 1:
    inner = [sys.executable, "-I", __file__, "inner"]
    script = 'exec "$0" "$@" <&- >&-'  # ①
    sys.exit(subprocess.call(["sh", "-c", script, *inner]))

for fd in 0, 1:
    try:
        what = os.readlink(f"/proc/self/fd/{fd}")  # ②
    except FileNotFoundError:
        what = "closed"
    print("descriptor", fd, "is", what, file=sys.stderr)
output = subprocess.check_output(["echo", "2 rolls"], text=True)  # ③
print("a child's output:", output, end="", file=sys.stderr)
