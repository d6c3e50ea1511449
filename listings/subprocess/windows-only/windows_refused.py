import subprocess

for name in ["startupinfo", "creationflags"]:
    try:
        subprocess.run(["true"], **{name: 1})
    except ValueError as error:
        print("ValueError:", error)
