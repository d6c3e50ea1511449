from multiprocessing import Pipe, Process, Queue


def bake(tray, bell):
    tray.put("o" * 1024 * 1024)  # ①
    bell.send("everything is on the tray")


if __name__ == "__main__":
    tray = Queue()
    hatch, bell = Pipe(duplex=False)
    baker = Process(target=bake, args=(tray, bell), daemon=True)
    baker.start()
    print("baker: ", hatch.recv())
    baker.join(0.2)
    print("parent: after 0.2 s, alive:", baker.is_alive())  # ②
    print("parent: loaves:", len(tray.get()))
    baker.join()
    print("parent: exit code", baker.exitcode)
