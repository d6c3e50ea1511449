from multiprocessing import Event, Process
from multiprocessing.connection import wait

if __name__ == "__main__":
    children, ovens = {}, []
    for name in ["bread", "cake", "pie"]:
        oven = Event()
        child = Process(target=oven.wait, name=name, daemon=True)
        child.start()
        children[child.sentinel] = child
        ovens.append(oven)
    for hot in [1, 2, 0]:
        ovens[hot].set()  # ①
        for sentinel in wait(list(children)):  # ②
            child = children.pop(sentinel)  # ③
            child.join()  # ④
            print(f"{child.name} is ready, {len(children)} left")
