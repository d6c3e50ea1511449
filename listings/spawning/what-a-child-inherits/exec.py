import os
import signal
from multiprocessing import get_context

SCRIPT = """
test -e /dev/fd/{} || echo 'program: the first is closed'
test -e /dev/fd/{} && echo 'program: the second is open'
kill -USR2 $$; kill -TERM $$; echo 'program: alive after two'
kill -USR1 $$; echo 'program: alive after three'"""


def work(script):
    for each in signal.SIGUSR2, signal.SIGTERM, signal.SIGUSR1:
        os.kill(os.getpid(), each)
    print("child:   alive after three signals", flush=True)  # ④
    os.execvp("sh", ["sh", "-c", script])  # ⑤


if __name__ == "__main__":
    _other, closed = os.pipe()  # ①
    _end, kept = os.pipe()
    os.set_inheritable(kept, True)  # ②
    signal.signal(signal.SIGUSR1, lambda *_: None)  # ③
    signal.signal(signal.SIGUSR2, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])

    args = [SCRIPT.format(closed, kept)]
    child = get_context("fork").Process(target=work, args=args)
    child.start()
    child.join()
    name = signal.Signals(-child.exitcode).name
    print("parent:  it died of", name)  # ⑥
