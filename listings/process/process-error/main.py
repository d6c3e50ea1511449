import resource
import time
from multiprocessing import get_context
from resource import RLIMIT_NOFILE

Process = get_context("fork").Process


def whose_fault(action, *arguments):
    try:
        action(*arguments)
        return "nobody's"
    except OSError:  # ①
        return "the system's"
    except (AssertionError, ValueError):  # ②
        return "the program's"


if __name__ == "__main__":
    baker = Process(target=time.sleep, args=(60,), daemon=True)
    print("joined too early:", whose_fault(baker.join))
    baker.start()
    print("started twice:", whose_fault(baker.start))
    print("not ended in 1 ms:", whose_fault(baker.join, 0.001))  # ③
    print("closed too early:", whose_fault(baker.close))

    clerk = Process(target=print, args=("I write",))
    soft, hard = resource.getrlimit(RLIMIT_NOFILE)
    resource.setrlimit(RLIMIT_NOFILE, (0, hard))  # ④
    print("no descriptor is left:", whose_fault(clerk.start))
    resource.setrlimit(RLIMIT_NOFILE, (soft, hard))
    clerk.start()  # ⑤
    clerk.join()
