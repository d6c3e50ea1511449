import subprocess


def attempt(case, args, **options):
    try:
        done = subprocess.run(args, stdout=subprocess.PIPE, **options)
        print(f"{case}: {done.stdout.decode().rstrip()}")
    except (OSError, ValueError, IndexError) as error:
        print(f"{case}: {type(error).__name__}\n  {error}")


attempt("NUL in the program", ["bre\0ad"])
attempt("NUL in an argument", ["echo", "rye\0"])
attempt("an empty name", [""])
attempt("no name at all", [])
attempt("= in a variable", ["env"], env={"PRICE=2": "bread"})
attempt("an empty variable", ["env"], env={"": "bread"})
attempt("6 MB in one word", ["echo", "bread " * 1_000_000])
