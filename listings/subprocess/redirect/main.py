from subprocess import PIPE, STDOUT, run

sh = run(
    ["sh", "-c", "printf apple; printf orange >&2"],
    stdout=PIPE,  # ①
    stderr=STDOUT,  # ②
    text=True,
)  # ③④
print(f"{sh.stdout}, exit status: {sh.returncode}")
