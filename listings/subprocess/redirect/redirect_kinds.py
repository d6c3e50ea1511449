import tempfile
from subprocess import DEVNULL, PIPE, run


def echo(word, to):
    return run(["echo", word], stdout=to)


with tempfile.TemporaryFile(buffering=0) as shopping:
    echo("rye", shopping)  # ①
    echo("oats", shopping.fileno())  # ②
    echo("salt", DEVNULL)  # ③
    yeast = echo("yeast", PIPE)  # ④
    echo("this goes to the screen", None)  # ⑤
    shopping.write(b"milk\n")
    shopping.seek(0)  # ⑥
    sort = run(["sort"], stdin=shopping)  # ⑦
print("sort: exit status:", sort.returncode)
print("pipe:", yeast.stdout.decode(), end="")
