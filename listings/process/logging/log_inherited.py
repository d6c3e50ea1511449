import logging
from multiprocessing import get_context, get_logger, log_to_stderr


def state(logger):
    level = logging.getLevelName(logger.level)
    return f"{level}, handlers: {len(logger.handlers)}"


def look(method):
    print(f"{method}, its own: {state(get_logger())}")
    print(f"{method}, the root: {state(logging.getLogger())}")


if __name__ == "__main__":
    log_to_stderr(logging.ERROR)
    logging.basicConfig(level=logging.INFO)
    for method in ["fork", "spawn", "forkserver"]:
        child = get_context(method).Process(target=look, args=(method,))
        child.start()
        child.join()
