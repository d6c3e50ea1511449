from multiprocessing import Process


def bake(minutes, spices):
    print(f"child:  {minutes} minutes, {', '.join(spices)}")


if __name__ == "__main__":
    settings = {"minutes": 40, "spices": ["dill"]}
    child = Process(target=bake, kwargs=settings)  # ①
    settings["minutes"] = 5  # ②
    settings["spices"].append("salt")  # ③
    child.start()
    child.join()
    minutes, spices = settings["minutes"], settings["spices"]
    print(f"parent: {minutes} minutes, {', '.join(spices)}")
