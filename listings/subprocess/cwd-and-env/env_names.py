import subprocess


def report(way, name, value):
    try:
        text = subprocess.check_output(["env"], env={name: value}, text=True)
        print(way, text, end="")
    except ValueError as error:
        print(way, "ValueError:", error)


report("name A=B:    ", "CITY=Oslo", "Lima")  # ①
report("NUL:         ", "CITY", "Os\0lo")
report("= in a value:", "CITY", "Oslo=Lima")
