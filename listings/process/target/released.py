from multiprocessing import get_context

context = get_context("fork")


class Oven:
    def __init__(self, parent_is_done):
        self.parent_is_done = parent_is_done

    def __call__(self):
        self.parent_is_done.wait()
        print("child:  done")

    def __del__(self):
        print("an oven is released")


if __name__ == "__main__":
    parent_is_done = context.Event()
    child = context.Process(target=Oven(parent_is_done))
    print("parent: start")
    child.start()  # ①
    print("parent: started")
    try:
        child.run()  # ②
    except AttributeError as error:
        print("parent:", error)
    parent_is_done.set()
    child.join()
