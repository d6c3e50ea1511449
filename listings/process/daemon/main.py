import time
from multiprocessing import Pipe, Process


def play():
    time.sleep(60)
    print("radio: good night")  # ①


def bake(closing):
    closing.recv()
    print("baker: the last bread is baked")


if __name__ == "__main__":
    closing, sign = Pipe(duplex=False)
    radio = Process(target=play, daemon=True)  # ②
    baker = Process(target=bake, args=(closing,))  # ③
    radio.start()
    baker.start()
    print("shop:  closed")
    sign.send("!")  # ④
