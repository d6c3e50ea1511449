import sys
from multiprocessing import get_context


def boil(minutes):
    print("boiling for", minutes, "minutes")


methods = ["fork", "spawn"] if __name__ == "__main__" else ["spawn"]
for method in methods:
    print("top of the program,", method)
    child = get_context(method).Process(target=boil, args=(3,))
    try:
        child.start()
    except RuntimeError as error:
        words = str(error).split()  # ①
        print("RuntimeError:", " ".join(words[:10]))
        sys.exit(1)
    child.join()
    print("exit code:", child.exitcode)
