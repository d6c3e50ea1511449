from multiprocessing import get_context


def bake(minutes):
    assert minutes < 60, "the bread is black"


def test_the_bread_is_brown():
    child = get_context("spawn").Process(target=bake, args=(45,))
    child.start()
    child.join()
    assert child.exitcode == 0  # ②


if __name__ == "__main__":  # ①
    test_the_bread_is_brown()
    print("the bread is brown ... ok")
