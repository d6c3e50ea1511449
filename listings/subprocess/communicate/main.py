from subprocess import PIPE, Popen, run

with Popen(["sort"], stdin=PIPE, stdout=PIPE, text=True) as sort:
    out, err = sort.communicate("Oslo\nLima\nCairo\n")
    print(out, end="")

copy = run(["cat"], input=b"x" * (1 << 20), stdout=PIPE)
print(len(copy.stdout), "bytes through cat")
