import asyncio
from multiprocessing import Event, Process


async def end(child):
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(child.sentinel, ended.set)  # ①
    await ended.wait()  # ②
    loop.remove_reader(child.sentinel)  # ③
    child.join()  # ④
    print("the child ended with", child.exitcode)


async def stir(oven):
    for time in 1, 2, 3:
        print("stirring, time", time)
        await asyncio.sleep(0)
    oven.set()


async def main(child, oven):
    await asyncio.gather(end(child), stir(oven))


if __name__ == "__main__":
    oven = Event()
    child = Process(target=oven.wait, daemon=True)
    child.start()  # ⑤
    asyncio.run(main(child, oven))
