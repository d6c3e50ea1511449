from multiprocessing import current_process, get_context, parent_process

Process = get_context("fork").Process


def look():
    print("in a child")
    print("myself:     ", current_process())
    print("the parent: ", parent_process())
    print("a sister:   ", oven)
    print("not started:", mixer)


if __name__ == "__main__":
    print("myself:     ", current_process())
    mixer = Process(name="mixer")
    oven = Process(name="chef's oven")
    oven.start()
    waiter = Process(target=look)
    waiter.start()
    waiter.join()
    oven.join()
    print("exit code 0:", oven)
