import subprocess
import sys
from multiprocessing import get_context

Process = get_context("fork").Process


def shop():
    baker = Process(target=print, args=("a daemon has a child",))
    baker.start()
    baker.join()


if __debug__:
    subprocess.run([sys.executable, "-O", __file__], check=True)
else:
    child = Process(target=shop, daemon=True)
    child.start()
    child.join()
    child.daemon = False
    print("set after start: no error")
