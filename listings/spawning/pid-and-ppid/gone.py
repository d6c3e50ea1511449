import os


def state(pid):
    try:
        os.kill(pid, 0)
        return "taken"
    except ProcessLookupError:
        return "free"


end_of_child, held_open = os.pipe()
child = os.fork()
if child == 0:
    os._exit(0)
os.close(held_open)
os.read(end_of_child, 1)  # ①
print("the child has ended, its PID is", state(child))  # ②
os.waitpid(child, 0)  # ③
print("I have waited,       its PID is", state(child))
