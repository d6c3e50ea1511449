import signal
import subprocess


def stop(how, **options):
    cat = subprocess.Popen(["cat"], stdin=subprocess.PIPE, **options)
    cat.terminate()  # ②
    cat.communicate()  # ③
    code = cat.returncode
    said = "signal: 15 (SIGTERM)" if code == -15 else f"exit status: {code}"
    print(how, said)


def unblock():
    signal.pthread_sigmask(signal.SIG_SETMASK, [])


signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])  # ①
stop("inherited mask:")
stop("empty mask:    ", preexec_fn=unblock)  # ④
