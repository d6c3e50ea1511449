from multiprocessing import Process


def resident():
    with open("/proc/self/status") as status:
        (line,) = [line for line in status if line.startswith("RssAnon:")]
    return int(line.split()[1]) // 1024


def sort_parcels():
    parcels = [bytes([1]) * 1000 for _ in range(100_000)]
    return parcels[::1000]  # ①


def has_grown(before):
    return "true" if resident() > before + 50 else "false"  # ②


if __name__ == "__main__":
    before = resident()
    child = Process(target=sort_parcels)
    child.start()
    child.join()
    print("sorted by a child, 50 MiB more than before:", has_grown(before))

    kept = sort_parcels()
    print("sorted by itself,  50 MiB more than before:", has_grown(before))
    print("parcels kept:", len(kept))
