from multiprocessing import Event, Process


def cook(order):
    order.wait()
    print("cook:   the soup is ready")


if __name__ == "__main__":
    order = Event()
    child = Process(target=cook, args=(order,))  # ①
    print("parent: the PID is", "none" if child.pid is None else "a number")
    print("parent: the kitchen is ", end="")  # ②
    child.start()  # ③
    print("open")
    print("parent: the PID is", "none" if child.pid is None else "a number")
    order.set()  # ④
    child.join()
    print("parent: thank you")
