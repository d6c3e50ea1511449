from multiprocessing import Process

print("daemon=1 reads back as", Process(daemon=1).daemon)
try:
    Process(None, None, None, (), {}, True)
except TypeError as error:
    print("by position: __init__()", str(error).split("() ")[1])
