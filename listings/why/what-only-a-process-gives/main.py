from multiprocessing import Pipe, Process


def count(bell):
    bell.send("!")
    sheep = 0
    while True:
        sheep += 1  # ①


if __name__ == "__main__":
    parent, bell = Pipe()
    counter = Process(target=count, args=(bell,), daemon=True)
    counter.start()
    parent.recv()  # ②
    counter.kill()
    counter.join()
    print("the counter has ended: exit code", counter.exitcode)
