from threading import Lock, Thread

loaves, sold = 1, 0
shop = Lock()


def buy():
    global loaves, sold
    with shop:  # ①
        if loaves:
            loaves -= 1
            sold += 1


alan = Thread(target=buy)
alan.start()
buy()
alan.join()
print(f"sold: {sold}, left: {loaves}")
