from functools import partial
from multiprocessing.reduction import ForkingPickler


def greet(name):
    print("hello", name)


class Guest:
    def greet(self):
        greet("Ada")

    @staticmethod
    def welcome(name):
        greet(name)


def can_be_pickled(target):
    try:
        ForkingPickler.dumps(target)
        return "yes"
    except Exception:
        return "no"


print("function:", can_be_pickled(greet))
print("lambda:", can_be_pickled(lambda: greet("Ada")))
print("method:", can_be_pickled(Guest().greet))
print("static method:", can_be_pickled(Guest.welcome))
print("partial:", can_be_pickled(partial(greet, "Ada")))
print("partial of a lambda:", can_be_pickled(partial(lambda name: name)))
