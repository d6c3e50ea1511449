import math
from dataclasses import dataclass
from multiprocessing import get_context


@dataclass
class Evening:
    income: list
    tips: list  # ①
    seats: dict  # ②


def read(evening):
    print(str(evening.income).replace("nan", "NaN"))
    texts = {None: "not asked", (None,): "no tip"}
    print(", ".join(texts.get(tip, "a tip") for tip in evening.tips))
    for (table, seat), guest in evening.seats.items():
        print(f"table {table}, seat {seat}: {guest}")


if __name__ == "__main__":
    income = [117.63331139400017, -0.0, math.inf, math.nan]
    tips = [None, (None,), (5,)]
    seats = {(1, "a"): "Ada", (2, "b"): "Bob"}
    evening = Evening(income, tips, seats)
    child = get_context("spawn").Process(target=read, args=(evening,))
    child.start()
    child.join()
