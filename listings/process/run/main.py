from multiprocessing import Process, current_process


class Count(Process):
    def __init__(self, word):
        super().__init__(name="child")
        self.word = word
        self.letters = 0

    def run(self):
        self.letters = len(self.word)  # ①
        print(f"{current_process().name} counts {self.letters}")


if __name__ == "__main__":
    child = Count("Python")  # ②
    child.start()
    child.join()
    print("the parent sees", child.letters)  # ③
    child.run()  # ④
    print("the parent sees", child.letters)
