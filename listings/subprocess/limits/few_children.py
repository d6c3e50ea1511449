import errno
import os
import resource
import subprocess
from multiprocessing import get_context


def childless():
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)  # ①
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))  # ②
    try:
        print("true ran:", subprocess.run(["true"]).returncode)
    except BlockingIOError as error:
        print("true:", errno.errorcode[error.errno])  # ③


if __name__ == "__main__":
    child = get_context("fork").Process(target=childless)
    child.start()
    child.join()
