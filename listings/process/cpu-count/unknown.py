import os
from multiprocessing import cpu_count
from unittest.mock import patch

if __name__ == "__main__":
    with patch("os.cpu_count", return_value=None):
        try:
            cpu_count()
        except NotImplementedError as error:
            print(f"NotImplementedError: {error}")
