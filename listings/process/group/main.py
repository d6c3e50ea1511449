from multiprocessing import Process, current_process


def bake():
    print("child:  I am", current_process().name)


if __name__ == "__main__":
    child = Process(None, bake, "oven")  # ①
    child.start()
    child.join()
    print("parent:", child.name, "has ended")
