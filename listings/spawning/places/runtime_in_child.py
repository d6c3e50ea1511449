import asyncio
import threading
from multiprocessing import get_context

fork = get_context("fork")


async def stir():
    print("stirring", flush=True)


def work(loop):
    asyncio.run_coroutine_threadsafe(stir(), loop).result()


def work_alone():
    asyncio.run(stir())


def watch(case, child, limit):
    child.start()
    child.join(limit)
    code = "None" if child.exitcode is None else f"Some({child.exitcode})"
    print(f"{case}: exit code {code}", flush=True)
    child.kill()
    child.join()


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()  # ①
    work(loop)
    child = fork.Process(target=work, args=(loop,))  # ②
    watch("the parent's runtime", child, 0.3)
    child = fork.Process(target=work_alone)  # ③
    watch("a runtime of its own", child, 60)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()
