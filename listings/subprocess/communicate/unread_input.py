from subprocess import PIPE, Popen

letter = b"x" * (1 << 20)

with Popen(["true"], stdin=PIPE) as child:
    try:
        child.stdin.write(letter)
    except BrokenPipeError:
        child.wait()  # ①
        print("broken pipe: true")  # ②

child = Popen(["true"], stdin=PIPE)
child.communicate(letter)  # ③
print("communicate: returncode", child.returncode)
