import subprocess
from multiprocessing import Process


def attempt(when, action):
    try:
        action()
        print(f"{when}: no error")
    except AssertionError as error:
        print(f"{when}: AssertionError: {error}")


def set_daemon(child):
    child.daemon = False


def shop():
    baker = Process()
    print("made in a daemon: daemon is", baker.daemon)  # ①
    attempt("started in a daemon", baker.start)
    echo = ["echo", "another program in a daemon: no error"]
    subprocess.run(echo, check=True)  # ②


if __name__ == "__main__":
    radio = Process()
    radio.daemon = True
    radio.start()
    attempt("after start", lambda: set_daemon(radio))
    radio.join()
    attempt("after the end", lambda: set_daemon(radio))
    radio.close()
    attempt("after close", lambda: set_daemon(radio))

    child = Process(target=shop, daemon=True)
    child.start()
    child.join()
