import sys
import warnings
from multiprocessing import get_context
from threading import Event, Thread

if __name__ == "__main__":
    done = Event()
    Thread(target=done.wait).start()
    child = get_context("fork").Process()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        child.start()
    child.join()
    done.set()
    warned = [w.category for w in caught] == [DeprecationWarning]
    agrees = warned == (sys.version_info >= (3, 12))
    print("a warning from Python 3.12 on:", "yes" if agrees else "no")
