import subprocess
import sys
from multiprocessing import get_context


def cook():
    print("cook: the soup is ready")


if __debug__:
    subprocess.run([sys.executable, "-O", __file__], check=True)
else:
    sys.tracebacklimit = 0
    child = get_context("fork").Process(target=cook)
    child.start()
    child.join()
    try:
        child.start()
    except AttributeError:
        print("start: AttributeError")
    child.join()
    print("a second child was made, its exit code is", child.exitcode)
