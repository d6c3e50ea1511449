import errno
import os
import subprocess
from tempfile import TemporaryDirectory


def report(way, script, **how):
    try:
        print(way, subprocess.check_output([script], text=True, **how), end="")
    except OSError as error:
        print(way, errno.errorcode[error.errno])


with TemporaryDirectory() as kitchen:
    bake = os.path.join(kitchen, "bake")
    with open(bake, "w") as script:
        script.write("echo baked\n")  # ①
    os.chmod(bake, 0o755)
    report("nothing set:", bake)
    report("cwd:        ", bake, cwd="/")
    report("env:        ", bake, env={"PATH": "/bin"})
    report("preexec_fn: ", bake, preexec_fn=lambda: None)  # ②
