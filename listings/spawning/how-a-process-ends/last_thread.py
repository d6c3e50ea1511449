import threading
from multiprocessing import get_context

fork = get_context("fork")


def cook(bell):
    def serve():
        bell.recv()
        print("thread: the soup is served")

    threading.Thread(target=serve).start()  # ①
    print("child:  the work is done")


if __name__ == "__main__":
    bell, rope = fork.Pipe(duplex=False)
    child = fork.Process(target=cook, args=(bell,))
    child.start()
    child.join(0.2)
    print("parent: the child has ended:", child.exitcode is not None)  # ②
    rope.send("!")
    child.join()
    print("parent: exit code", child.exitcode)
