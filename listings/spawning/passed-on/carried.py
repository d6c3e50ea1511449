import os
from multiprocessing import get_context

Process = get_context("forkserver").Process


class UpToDate(Process):
    def start(self):
        self.environment = dict(os.environ)  # ①
        super().start()

    def run(self):
        os.environ.clear()  # ②
        os.environ.update(self.environment)
        super().run()


def look():
    print(os.environ["MENU"])


if __name__ == "__main__":
    for menu in ["tea", "cake"]:
        os.environ["MENU"] = menu
        for kind in [Process, UpToDate]:
            child = kind(target=look)
            child.start()
            child.join()
