from multiprocessing import Event, Pipe, Process


def cut_onions(onions_are_here, bell):
    onions_are_here.wait()  # ②
    print("helper: the onions are cut")
    bell.send("!")


def cook_soup(onions_are_here, bell):
    args = (onions_are_here, bell)
    helper = Process(target=cut_onions, args=args)
    helper.start()
    bell.send("!")
    helper.join()


if __name__ == "__main__":
    parent, bell = Pipe()
    onions_are_here = Event()
    cook = Process(target=cook_soup, args=(onions_are_here, bell))
    cook.start()
    parent.recv()
    cook.terminate()
    cook.join()
    print("parent: the cook is gone")
    onions_are_here.set()  # ③
    parent.recv()  # ④
