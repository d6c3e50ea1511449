from multiprocessing import get_context

Process = get_context("spawn").Process


def boil(minutes):
    print("never called")


first = boil


def boil(minutes):
    again = __name__ == "__main__"  # ①
    print(f"boiling for {minutes} minutes, guard: {again}")


if __name__ == "__main__":
    for target in [first, boil]:
        child = Process(target=target, args=(3,))
        try:
            child.start()
            child.join()
        except Exception as error:
            print(type(error).__name__)  # ②
