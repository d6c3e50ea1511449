from multiprocessing import Event, Process, active_children, current_process


def tell(renamed):
    renamed.wait()
    print("the child: ", current_process().name)
    current_process().name = "Edsger"  # ②


if __name__ == "__main__":
    renamed = Event()
    child = Process(target=tell, args=(renamed,), name="Ada")
    child.start()
    child.name = "Grace"  # ①
    print("the object:", child.name)
    for active in active_children():
        print("the list:  ", active.name)
    renamed.set()
    child.join()
    print("at the end:", child.name)
