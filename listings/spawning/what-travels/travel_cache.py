from multiprocessing import get_context


class Book:
    def __init__(self, recipes, found):
        self.recipes = recipes
        self.found = found

    def __getstate__(self):
        return {"recipes": self.recipes, "found": []}  # ①


def open_it(book):
    print(len(book.recipes), "recipes,", len(book.found), "found")


if __name__ == "__main__":
    book = Book(["soup", "cake"], [1])
    open_it(book)
    child = get_context("spawn").Process(target=open_it, args=(book,))
    child.start()
    child.join()
