from multiprocessing import Process, current_process


def check(who, of_main):
    key = current_process().authkey  # ①
    same = "yes" if key == of_main else "no"
    print(f"{who}: {len(key)} bytes, the key of main: {same}")  # ②


def ride(of_main):
    check("rider", of_main)
    horse = Process(target=check, args=("horse", of_main))  # ⑤
    horse.start()
    horse.join()


if __name__ == "__main__":
    key = current_process().authkey
    check("main", key)
    clerk = Process(target=check, args=("clerk", key))  # ③
    clerk.start()
    clerk.join()

    rider = Process(target=ride, args=(key,))
    rider.authkey = b"swordfish"  # ④
    rider.start()
    rider.join()
