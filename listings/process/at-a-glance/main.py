import sys
from multiprocessing import Event, Process, active_children, current_process


def travel(stamp):
    stamp.wait()
    print(" ", current_process().name, "is on its way")
    sys.exit(3)


def report(when, letter):
    alive = "alive" if letter.is_alive() else "not alive"
    code = "none" if letter.exitcode is None else letter.exitcode
    children = len(active_children())
    print(f"{when}: {alive}, exit code {code}, children {children}")


if __name__ == "__main__":
    stamp = Event()
    letter = Process(target=travel, name="the letter", args=(stamp,))
    report("made   ", letter)
    letter.start()
    report("started", letter)
    stamp.set()
    letter.join()
    report("joined ", letter)
    letter.close()
    try:
        letter.join()
    except ValueError as error:
        print("closed : the", error)
