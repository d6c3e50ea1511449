import subprocess
from multiprocessing import Process


def sort_in_a_child(cities):
    cities.sort()  # ①
    print("child: ", *cities)


if __name__ == "__main__":
    cities = ["Oslo", "Lima", "Cairo"]

    child = Process(target=sort_in_a_child, args=(cities,))
    child.start()
    child.join()
    print("parent:", *cities)  # ②

    lines = "\n".join(cities)
    subprocess.run(["sort"], input=lines, text=True)  # ③④⑤
