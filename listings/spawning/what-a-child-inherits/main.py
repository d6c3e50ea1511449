import os
from multiprocessing import get_context
from tempfile import TemporaryFile

loaves = 0
recipe = TemporaryFile()
reader, writer = os.pipe()


def look(who):
    line = os.read(recipe.fileno(), 6).decode().rstrip()
    oven = os.environ.get("OVEN", "cold")
    at_root = str(os.getcwd() == "/").lower()
    print(f"{who}: loaves {loaves}, OVEN {oven}, in /: {at_root}")
    print(f"{who}: the recipe goes on with {line}")


def bake():
    global loaves
    loaves += 1  # ①
    os.chdir("/")  # ②
    os.environ["OVEN"] = "hot"
    look("child")  # ③
    os.write(writer, b"one loaf")  # ④


if __name__ == "__main__":
    recipe.write(b"flour\nwater\n")
    recipe.seek(0)
    child = get_context("fork").Process(target=bake)
    child.start()
    child.join()
    look("parent")
    os.close(writer)  # ⑤
    with open(reader) as lines:
        print("parent: the child wrote:", lines.read())
