import io
import subprocess
import sys
from subprocess import DEVNULL, PIPE, STDOUT

expected = ValueError if sys.version_info >= (3, 13) else OSError
try:
    subprocess.run(["true"], stdout=STDOUT)
except (OSError, ValueError) as error:
    print("stdout=STDOUT is refused")
    print("as in this version:", type(error) is expected)

child = subprocess.Popen(["true"], stdout=PIPE, stderr=STDOUT)
child.communicate()
print("one pipe for both, stderr is", child.stderr)

try:
    subprocess.run(["true"], stdout=io.StringIO())
except io.UnsupportedOperation as error:
    print("UnsupportedOperation:", error)

print("orange is thrown away:")
orange = ["sh", "-c", "echo orange >&2"]
subprocess.run(orange, stdout=DEVNULL, stderr=STDOUT)
