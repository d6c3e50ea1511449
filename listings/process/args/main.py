from multiprocessing import Process


def bake(bread, shelf):
    shelf.append(bread)
    print("child: ", ", ".join(shelf))


if __name__ == "__main__":
    shelf = ["rye"]
    child = Process(target=bake, args=("wheat", shelf))  # ①
    child.start()
    child.join()
    print("parent:", ", ".join(shelf))  # ③

    child = Process(target=bake, args=["spelt", shelf])  # ④
    child.start()
    child.join()
