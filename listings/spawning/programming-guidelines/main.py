from multiprocessing import Pipe, Process


def bake(belt):
    belt.send_bytes(b"o" * 1024 * 1024)  # ①


if __name__ == "__main__":
    hatch, belt = Pipe(duplex=False)
    baker = Process(target=bake, args=(belt,), daemon=True)  # ②
    baker.start()
    baker.join(0.2)
    if baker.exitcode is None:
        print("after 0.2 s the baker still bakes")  # ③
    loaves = hatch.recv_bytes()  # ④
    print(len(loaves), "loaves are here")
    baker.join()
    print("the baker has gone home, exit code", baker.exitcode)
