import sys
from multiprocessing import get_context


def look():
    print("in the child: colorsys is", "colorsys" in sys.modules)


if __name__ == "__main__":
    context = get_context("forkserver")
    context.set_forkserver_preload(["no_such_module", "colorsys"])  # ①
    child = context.Process(target=look)
    child.start()
    child.join()
    print("in the parent: colorsys is", "colorsys" in sys.modules)  # ②
    try:
        context.set_forkserver_preload([3])
        context.set_forkserver_preload(["colorsys"])  # ③
    except TypeError as error:
        print("a number: TypeError:", error)
