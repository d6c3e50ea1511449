import subprocess
import sys
from multiprocessing import Process

if __debug__:
    subprocess.run([sys.executable, "-O", __file__], check=True)
else:
    try:
        Process().join()
    except AttributeError as error:
        print("AttributeError:", error)
