from multiprocessing import get_context


def private():
    with open("/proc/self/smaps_rollup") as rollup:
        for line in rollup:
            if line.startswith("Private_Dirty:"):
                return int(line.split()[1])


def walk(snow):
    before = private()
    max(snow[::4096])  # ②
    print("read:   ", (private() - before) // 1024, "MiB copied")
    for i in range(0, len(snow), 4096):
        snow[i] = 2  # ③
    print("written:", (private() - before) // 1024, "MiB copied")


if __name__ == "__main__":
    snow = bytearray(b"\1" * (64 << 20))  # ①
    child = get_context("fork").Process(target=walk, args=(snow,))
    child.start()
    child.join()
