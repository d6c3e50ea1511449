from subprocess import PIPE, Popen

yes = Popen(["yes"], stdout=PIPE)  # ①
head = Popen(["head", "-n", "1"], stdin=yes.stdout, stdout=PIPE)  # ②
yes.stdout.close()
print("head prints", head.communicate()[0].decode(), end="")
print(f"yes: {yes.wait()}, head: {head.wait()}")  # ③
