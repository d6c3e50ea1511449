import os
import select
from subprocess import Popen


def returns(reader):
    """Would a read return, or does it sleep longer than 0.2 s?"""
    return str(bool(select.select([reader], [], [], 0.2)[0])).lower()


reader, writer = os.pipe()
echo = Popen(["echo", "bread"], stdout=writer)  # ①
echo.wait()  # ②
os.read(reader, 6)  # ③
print("echo has ended, a read returns:", returns(reader))
os.close(writer)  # ④
print("no writer left, a read returns:", returns(reader))
print("and gives", len(os.read(reader, 6)), "bytes")  # ⑤
