from multiprocessing import Process, current_process


class Clock(Process):
    def run(self):
        me = current_process()
        print("in the child:", me is self, me.is_alive(), me.exitcode)
        me.name = "cuckoo clock"
        print("in the child:", self.name)


def attempt(what):
    try:
        what()
    except (AssertionError, AttributeError) as error:
        print(f"{what.__name__}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    clock = Clock(name="clock")
    clock.start()
    clock.join()
    print("in the parent:", clock.name)

    main = current_process()
    print("in the parent:", main is clock, main.is_alive(), main.exitcode)
    attempt(main.start)
    attempt(main.join)
    attempt(main.terminate)
