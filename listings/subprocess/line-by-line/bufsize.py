import subprocess
import warnings
from subprocess import PIPE


def show(bufsize, **options):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            child = subprocess.Popen(
                ["cat"], bufsize, stdin=PIPE, stdout=PIPE, **options
            )
        except TypeError as error:
            print(f"{bufsize!r}: TypeError: {error}")
            return
    with child:
        stdin, stdout = child.stdin, child.stdout
        kinds = type(stdin).__name__, type(stdout).__name__
        lines = getattr(stdin, "line_buffering", False)
    print(f"{bufsize!r} {options}: {kinds}, line by line: {lines}")
    for warning in caught:
        print(f"  {warning.category.__name__}: {warning.message}")


show(-1)
show(0)
show(1)
show(1, text=True)
show(-1, text=True)
show("1")
