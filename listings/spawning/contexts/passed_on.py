import multiprocessing as mp


def tell(method):
    print(f"in a child by {method}: {mp.get_start_method()}")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    for method in ["fork", "spawn", "forkserver"]:
        args = (method,)
        child = mp.get_context(method).Process(target=tell, args=args)
        child.start()
        child.join()
    print("in the parent:", mp.get_start_method())
