from multiprocessing import Process


def bake(bread="rye", minutes=40, degrees=220):  # ①
    print(f"{bread}: {minutes} minutes at {degrees} degrees")


def run_in_child(kwargs):
    child = Process(target=bake, kwargs=kwargs)
    child.start()
    child.join()


if __name__ == "__main__":
    run_in_child({})  # ②
    run_in_child({"minutes": 50})  # ③
    pairs = [("degrees", 180), ("bread", "brioche"), ("minutes", 25)]
    run_in_child(pairs)  # ④
