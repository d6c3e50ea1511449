import subprocess


def attempt(**options):
    try:
        print(subprocess.run(["echo", "6 loaves"], **options))
    except (ValueError, subprocess.SubprocessError, LookupError) as error:
        print(f"{type(error).__name__}: {error}")


attempt(capture_output=True, stdout=subprocess.PIPE)
attempt(capture_output=True, stderr=subprocess.STDOUT)
attempt(text=True, universal_newlines=False)
attempt(stdout=subprocess.PIPE, encoding="utf-7-bit")
