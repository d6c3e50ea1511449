from multiprocessing import Process

REFUSED = "start join is_alive terminate kill pid ident exitcode sentinel"


def attempt(name):
    try:
        value = getattr(child, name)
        if callable(value):
            value = value()
        print(f"{name:<9} {value}")
    except ValueError as error:
        print(f"{name:<9} ValueError: {error}")


if __name__ == "__main__":
    child = Process(name="cake")
    child.start()
    child.join()
    child.close()

    for name in REFUSED.split():
        attempt(name)
    child.name = "pie"
    child.daemon = True
    for name in ["name", "daemon"]:
        attempt(name)
    print("authkey  ", len(child.authkey), "bytes")
    print("repr     ", child)
