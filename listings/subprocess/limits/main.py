import os
import resource
import signal
import subprocess
from tempfile import TemporaryFile


def limit():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # ①
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))  # ③


with TemporaryFile() as crumbs:
    yes = subprocess.run(["yes", "crumb"], stdout=crumbs, preexec_fn=limit)  # ②
    print("yes died of", signal.Signals(-yes.returncode).name)
    print("the file has", os.fstat(crumbs.fileno()).st_size, "bytes")
