from multiprocessing import Process


def bake(bread, *, minutes=40):
    print(f"{bread}: {minutes} minutes")


if __name__ == "__main__":
    for kwargs in [{"bread": "rye"}, {"bread": "brioche", "minutes": 25}]:
        child = Process(target=bake, kwargs=kwargs)
        child.start()
        child.join()
