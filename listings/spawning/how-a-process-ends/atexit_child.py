import atexit
import sys
from multiprocessing import get_context


def register(end):
    atexit.register(end.send, "runs")


if __name__ == "__main__":
    for method in ["fork", "forkserver", "spawn"]:
        context = get_context(method)
        hatch, end = context.Pipe(duplex=False)
        child = context.Process(target=register, args=(end,))
        child.start()
        child.join()
        always = method == "spawn"
        assert hatch.poll() == (always or sys.version_info >= (3, 13))
        print(f"{method}: {'always' if always else 'since Python 3.13'}")
