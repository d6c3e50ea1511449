import multiprocessing as mp
from unittest.mock import patch

if __name__ == "__main__":
    with patch("multiprocessing.reduction.HAVE_SEND_HANDLE", False):
        try:
            mp.get_context("forkserver")
        except ValueError as error:
            print("ValueError:", error)
