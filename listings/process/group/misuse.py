import subprocess
import sys
from multiprocessing import Process


def bake():
    print("baked")


PROGRAM = """
from multiprocessing import Process

def bake():
    print("baked")

for group in (1, bake):
    child = Process(group)
    child.start()
    child.join()
    print("under -O the exit code is", child.exitcode)
"""

if __name__ == "__main__":
    for group in (1, bake):
        try:
            Process(group)
        except AssertionError as error:
            print("AssertionError:", error)
    subprocess.run([sys.executable, "-O", "-c", PROGRAM])
