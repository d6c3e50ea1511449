import time
from subprocess import PIPE, Popen

yes = Popen(["yes"], stdout=PIPE)
head = Popen(["head", "-n", "1"], stdin=yes.stdout)  # ①
ended = head.wait()
time.sleep(0.2)
looked = yes.poll()
yes.stdout.close()  # ②
status = yes.wait()
print("head: exit status:", ended)
print("yes, 0.2 s later:", looked)
print(f"yes, when nobody holds the pipe: signal: {-status} (SIGPIPE)")
