from dataclasses import dataclass
from multiprocessing import get_context


@dataclass
class Order:
    dish: str
    guests: int


def cook(order):  # ①
    print(order.dish, "for", order.guests)  # ③


if __name__ == "__main__":  # ②
    print("the kitchen opens")
    spawn = get_context("spawn")
    child = spawn.Process(target=cook, args=(Order("soup", 4),))  # ④
    child.start()
    child.join()
    print("the kitchen closes")
