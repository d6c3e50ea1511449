import os
import subprocess


def attempt(**options):
    try:
        print(subprocess.check_output(["cat"], **options))
    except ValueError as error:
        print(f"ValueError: {error}")


reader, writer = os.pipe()
os.write(writer, b"rye\n")
os.close(writer)
os.dup2(reader, 0)
os.close(reader)

attempt(input=None)  # ①
attempt()  # ②
attempt(input=b"oat\n")
attempt(stdout=subprocess.PIPE)
attempt(input=b"oat\n", stdin=subprocess.PIPE)
