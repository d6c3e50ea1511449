from functools import partial
from multiprocessing import get_context

Process = get_context("fork").Process  # ①


def greet(name, way):
    print(f"hello {name}, by {way}")


class Guest:
    name = "Ada"

    def greet(self, way):
        greet(self.name, way)


class Greeting(Process):
    def run(self):
        greet("Ada", "a type that can run")  # ⑤


if __name__ == "__main__":
    for child in [
        Process(target=greet, args=("Ada", "a function")),  # ②
        Process(target=lambda: greet("Ada", "a closure")),  # ③
        Process(target=Guest().greet, args=("a method",)),  # ④
        Process(target=partial(greet, "Ada"), args=("partial arguments",)),
        Greeting(),
    ]:
        child.start()
        child.join()
