from multiprocessing import Pipe, Process


def play(on, question):
    on.send("on")
    question.recv()
    print("radio: I still play")
    on.send("off")


def keep_shop(on, question):
    radio = Process(target=play, args=(on, question), daemon=True)
    radio.start()
    radio.join()  # ②


if __name__ == "__main__":
    question, ask = Pipe(duplex=False)
    is_on, on = Pipe(duplex=False)
    shop = Process(target=keep_shop, args=(on, question))
    shop.start()
    is_on.recv()
    shop.kill()  # ③
    shop.join()
    print("main:  the shop ended by", shop.exitcode)
    ask.send("?")
    is_on.recv()  # ④
