from multiprocessing import Event, Process


def eat(soup_is_served):
    soup_is_served.wait()  # ①


def alive(process):
    return "alive" if process.is_alive() else "not alive"


if __name__ == "__main__":
    soup_is_served = Event()
    guest = Process(target=eat, args=(soup_is_served,))

    print("before start:", alive(guest))
    guest.start()
    print("after start: ", alive(guest))  # ②
    soup_is_served.set()
    guest.join()
    print("after join:  ", alive(guest))  # ③
