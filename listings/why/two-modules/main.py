import subprocess
from multiprocessing import Process


def sort_in_a_child(cities):
    print("our own code:", *sorted(cities), sep="\n")  # ①


if __name__ == "__main__":
    cities = ["Oslo", "Lima", "Cairo"]

    child = Process(target=sort_in_a_child, args=(cities,))
    child.start()
    child.join()

    print("another program:")
    text = "\n".join(cities)
    subprocess.run(["sort"], input=text, text=True)  # ②③④
