import subprocess

script = "echo 6 loaves; echo no flour >&2; exit 1"
command = ["sh", "-c", script]

done = subprocess.run(command, capture_output=True, text=True)  # ①②
print(f"stdout: {done.stdout}", end="")
print(f"stderr: {done.stderr}", end="")
print("exit status:", done.returncode)  # ③
