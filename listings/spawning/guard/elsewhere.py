import subprocess
import sys

PROGRAM = """
from multiprocessing import get_context

def boil():
    print("boiling")

if __name__ == "__main__":
    for method in ["fork", "spawn"]:
        child = get_context(method).Process(target=boil)
        child.start()
        child.join()
        print(method, "exit code:", child.exitcode)
"""

if __name__ == "__main__":
    for arguments in ["-"], ["-c", PROGRAM]:
        print("python", arguments[0])
        ended = subprocess.run(
            [sys.executable, *arguments],
            check=True,
            input=PROGRAM,  # ①
            universal_newlines=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        print(ended.stdout, end="")
        error = ended.stderr.splitlines()[-1]  # ②
        print(error.split(":")[0])
