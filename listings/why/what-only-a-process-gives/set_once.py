from multiprocessing import Process

oven = {}


def heat(who, degrees):
    if "degrees" in oven:
        print(f"{who} {degrees} is refused")  # ①
    else:
        oven["degrees"] = degrees
        print(f"{who} the oven is set to {degrees}")


if __name__ == "__main__":
    for degrees in [180, 220]:
        baker = Process(target=heat, args=("child: ", degrees))  # ②
        baker.start()
        baker.join()
    for degrees in [160, 200]:
        heat("parent:", degrees)  # ③
