import subprocess


def printf(**options):
    command = ["printf", r"caf\351 noir"]  # ①
    options.setdefault("encoding", "utf-8")
    return subprocess.run(command, capture_output=True, **options).stdout


try:
    print("strict:", printf())
except UnicodeDecodeError as error:
    print("strict:", error)  # ②
    print("  from:", error.object)
for errors in ["replace", "backslashreplace", "ignore"]:
    print(f"{errors}:", printf(errors=errors))  # ③
print("latin-1:", printf(encoding="latin-1"))  # ④
name = printf(errors="surrogateescape")  # ⑤
kept = name.encode("utf-8", "surrogateescape") == b"caf\351 noir"
print("surrogateescape: nothing lost:", str(kept).lower())
