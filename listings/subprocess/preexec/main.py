import os
import subprocess

stdout = 1  # ①


def wash_hands():
    os.write(stdout, b"child:  washes its hands\n")  # ②


subprocess.run(["echo", "child:  bakes"], preexec_fn=wash_hands)  # ③
print("parent: the child is done")
