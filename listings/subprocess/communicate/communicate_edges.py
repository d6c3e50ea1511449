from subprocess import PIPE, Popen, run

with Popen(["cat"], stdin=PIPE, stdout=PIPE) as cat:
    cat.stdin.write(b"banana")  # ①
    print("banana, then split:", cat.communicate(b"split")[0])

print("empty input:", run(["cat"], input=b"", stdout=PIPE).stdout)  # ②

with Popen(["true"]) as child:
    print("no pipes: {} and {}".format(*child.communicate()))  # ③

try:
    run(["cat"], input=b"flour", stdin=PIPE)
except ValueError as error:
    print("ValueError:", error)
for wrong in dict(input=b"flour", text=True), dict(input="flour"):
    try:
        run(["cat"], stdout=PIPE, **wrong)
    except (AttributeError, TypeError) as error:
        print(f"{type(error).__name__}:", error)
