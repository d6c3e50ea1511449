import subprocess
from subprocess import CalledProcessError, SubprocessError, TimeoutExpired

script = ["sh", "-c", "echo burnt; exit 3"]
try:
    subprocess.run(script, check=True, stdout=subprocess.PIPE)
except SubprocessError as error:
    print(type(error).__name__, "from", type(error).__mro__[1].__name__)
    print(" ", error.returncode, error.cmd, error.output, error.stderr)

print(CalledProcessError(3, "bake"))
print(CalledProcessError(-9, ["bake", "rye"]))
print(CalledProcessError(-35, "bake"))
print(TimeoutExpired("bake", 0.1))
print(TimeoutExpired("bake", 0.1, output="half").stdout)
print(issubclass(FileNotFoundError, SubprocessError))
