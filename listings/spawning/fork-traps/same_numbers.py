import random
from multiprocessing import get_context

fork = get_context("fork")
dice = random.Random()


def send(draw, out):
    out.send(draw())


def same(draw):
    """Do two children draw the same number?"""
    numbers, out = fork.Pipe(duplex=False)
    drawn = set()
    for _ in range(2):
        child = fork.Process(target=send, args=(draw, out))
        child.start()
        drawn.add(numbers.recv())
        child.join()
    return str(len(drawn) == 1).lower()


if __name__ == "__main__":
    print("a generator of ours:   ", same(dice.random))  # ①
    print("random.random():       ", same(random.random))  # ②
    random.seed(7)
    print("seeded by the parent:  ", same(random.random))  # ③
