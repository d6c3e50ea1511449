from multiprocessing import Event, Process, active_children
from time import sleep


def show(when):
    names = sorted(child.name for child in active_children())  # ①
    print(f"{when}: [{', '.join(names)}]")


def bake(oven_is_hot):
    oven_is_hot.wait()
    show("in the oven")  # ②


if __name__ == "__main__":
    show("at first")
    args = (60,)
    fridge = Process(target=sleep, args=args, name="fridge", daemon=True)
    oven_is_hot = Event()
    args = (oven_is_hot,)
    oven = Process(target=bake, args=args, name="oven", daemon=True)
    fridge.start()
    oven.start()
    show("started")

    oven_is_hot.set()
    oven.join()
    show("oven has ended")  # ③

    for child in active_children():
        child.terminate()  # ④
        child.join()
    show("at last")
