import os
import subprocess
import tempfile


def attempt(case, program, **options):
    try:
        subprocess.run([program], **options)
    except OSError as error:
        print(f"{case}: {type(error).__name__}\n  {error}")


def put(name, text, mode):
    with open(name, "w") as file:
        file.write(text)
    os.chmod(name, mode)


with tempfile.TemporaryDirectory() as kitchen:
    os.chdir(kitchen)
    put("prices", "bread 2\n", 0o644)  # ②
    put("bake", "echo bread\n", 0o755)  # ③
    put("fry", "#!/bin/backe\n", 0o755)  # ④

    attempt("no program", "backe")
    attempt("a whole line", "echo bread")
    attempt("no folder", "true", cwd="cellar")
    attempt("not executable", "./prices")
    attempt("a folder", "/")
    attempt("no #! line", "./bake")
    attempt("no interpreter", "./fry")
