from multiprocessing import Process, current_process


def greet():
    print("child:  I am", current_process().name)


def have_a_child():
    child = Process(target=greet)  # ④
    child.start()
    child.join()


if __name__ == "__main__":
    first = Process(target=greet)  # ①
    second = Process(target=greet, name="Ada")  # ②
    third = Process(target=greet)
    third.name = "Grace"  # ③
    fourth = Process(target=have_a_child)
    for child in [first, second, third, fourth]:
        print("parent: I start", child.name)
        child.start()
        child.join()
    print("parent: I am", current_process().name)  # ⑤
