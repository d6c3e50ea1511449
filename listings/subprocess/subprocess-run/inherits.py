import os
import subprocess


def feed(text):
    reader, writer = os.pipe()
    os.write(writer, text)  # ①
    os.close(writer)
    os.dup2(reader, 0)
    os.close(reader)


feed(b"flour\n")
subprocess.run(["cat"])  # ②

feed(b"flour\n")
done = subprocess.run(["cat"], capture_output=True)  # ③
print("capture_output:", done.stdout)

feed(b"flour\n")
done = subprocess.run(
    ["cat"], capture_output=True, stdin=subprocess.DEVNULL  # ④
)
print("capture_output:", done.stdout)
