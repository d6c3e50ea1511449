import subprocess
from subprocess import PIPE

SCRIPT = r"""for part in 10 50 100; do
    printf '%s%%\r' $part
    read -r seen
done
printf '\nbaked\n'"""

command = ["sh", "-c", SCRIPT]
with subprocess.Popen(command, stdin=PIPE, stdout=PIPE) as child:
    line = b""
    for byte in iter(lambda: child.stdout.read(1), b""):
        if byte not in b"\r\n":
            line += byte
        elif line:
            print(f"[{line.decode()}]")
            line = b""
            if byte == b"\r":
                child.stdin.write(b"seen\n")
                child.stdin.flush()
