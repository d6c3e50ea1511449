from multiprocessing import get_context

Process = get_context("fork").Process


def bake(how, loaf):
    print(f"{how}: loaf {loaf}")


if __name__ == "__main__":
    children = []
    for loaf in [1, 2, 3]:
        args = ("args", loaf)
        children.append(Process(target=bake, args=args))  # ①
        late = lambda: bake("lambda", loaf)  # ②
        children.append(Process(target=late))
    for child in children:
        child.start()
        child.join()
