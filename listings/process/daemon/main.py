import time
from multiprocessing import Event, Process


def play():
    time.sleep(60)
    print("radio: good night")  # ①


def bake(closing):
    closing.wait()
    print("baker: the last bread is baked")


if __name__ == "__main__":
    closing = Event()
    radio = Process(target=play, daemon=True)  # ②
    baker = Process(target=bake, args=(closing,))  # ③
    radio.start()
    baker.start()
    print("shop:  closed")
    closing.set()  # ④
