import os
import subprocess


def report(what, end):
    try:
        echo = subprocess.run(["true"], preexec_fn=end)  # ①
        print(f"{what:13} started, exit status {echo.returncode}")
    except subprocess.SubprocessError as error:
        print(f"{what:13} {type(error).__name__}: {error}")


def no_oven():
    raise OSError(33, "no oven")


report("returns:", lambda: None)
report("OSError:", no_oven)  # ②
report("1 // 0:", lambda: 1 // 0)  # ③④
report("_exit(3):", lambda: os._exit(3))  # ⑤
