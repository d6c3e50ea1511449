from multiprocessing import Process, current_process


def log(text):
    me = current_process()  # ①
    print(f"[{me.name}, PID {me.pid}] {text}")


def stamp():
    log("stamps the letters")


def sort():
    log("sorts the letters")  # ③
    stamper = Process(target=stamp)  # ④
    stamper.start()
    stamper.join()


if __name__ == "__main__":
    log("the post office opens")  # ②
    sorter = Process(target=sort, name="sorter")
    sorter.start()
    sorter.join()
    log("the post office closes")
