from multiprocessing import get_context


def boil(minutes):
    print("boiling for", minutes, "minutes")  # ③


print("before the guard")  # ①
if __name__ == "__main__":
    print("after the guard")  # ②
    spawn = get_context("spawn")
    child = spawn.Process(target=boil, args=(3,))
    child.start()
    child.join()
