import resource
import subprocess

MIB = 1 << 20


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (256 * MIB, 256 * MIB))


dd = ["dd", "if=/dev/null", f"bs={512 * MIB}"]  # ①
quiet = subprocess.DEVNULL
code = subprocess.call(dd, stderr=quiet)
print("no limit: exit status:", code)
code = subprocess.call(dd, stderr=quiet, preexec_fn=limit)
print("256 MiB:  exit status:", code)  # ②
