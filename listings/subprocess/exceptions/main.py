import subprocess
from subprocess import CalledProcessError, TimeoutExpired


def bake(seconds, command):
    try:
        subprocess.run(command, timeout=seconds, check=True)
        print("done")
    except FileNotFoundError as error:  # ①
        print(error.filename, "is not installed")
    except CalledProcessError as error:  # ②
        print(error)
    except TimeoutExpired as error:
        print(error.cmd, "took too long")


bake(5, ["true"])
bake(5, ["backe"])
bake(5, ["sh", "-c", "exit 3"])
bake(5, ["sh", "-c", "kill -KILL $$"])
bake(0.1, ["sleep", "60"])
