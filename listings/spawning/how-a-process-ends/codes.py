import subprocess
import sys
from multiprocessing import Process

SCRIPTS = "kill -9 $$", "sh -c 'kill -9 $$'; exit $?", "exit 137"

if __name__ == "__main__":
    for code in 255, 256, 257, -1:
        child = Process(target=sys.exit, args=(code,))
        child.start()
        child.join()
        print(f"exit({code}) arrives as {child.exitcode}")  # ①
    for script in SCRIPTS:
        shell = ["sh", "-c", script]
        ended = subprocess.run(shell, stderr=subprocess.DEVNULL)  # ②
        if ended.returncode < 0:
            print(f"{script}: signal {-ended.returncode}")  # ③
        else:
            print(f"{script}: code {ended.returncode}")
