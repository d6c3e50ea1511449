import json
import os

for command in ["echo rye", "echo oat; exit 3", "kill -KILL $$"]:
    stream = os.popen(command)  # ①
    text = stream.read()
    print(json.dumps(text), stream.close())

stream = os.popen("cat", "w")  # ②
stream.write("spelt\n")
print(stream.close())  # ③
