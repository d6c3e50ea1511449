from multiprocessing import AuthenticationError, Process, current_process
from multiprocessing.connection import Client, Listener


def call(name, address):
    try:
        with Client(address, authkey=current_process().authkey):
            print(f"{name}: connected")
    except AuthenticationError as error:
        print(f"{name}: AuthenticationError: {error}")


if __name__ == "__main__":
    with Listener(authkey=current_process().authkey) as listener:
        for name, key in [("clerk", None), ("rider", b"swordfish")]:
            child = Process(target=call, args=(name, listener.address))
            if key is not None:
                child.authkey = key
            child.start()
            try:
                listener.accept().close()
                answer = "welcome"
            except AuthenticationError as error:
                answer = f"AuthenticationError: {error}"
            child.join()
            print(f"main: {answer}")
