from subprocess import Popen
from time import sleep

child = Popen(["sleep", "0.3"])
pause, longest = 0.001, 0.05
questions = 1
while child.poll() is None:
    sleep(pause)
    pause = min(longest, 2 * pause)
    questions += 1
often = "fewer than 30" if questions < 30 else "30 or more"
print("asked", often, "times")
