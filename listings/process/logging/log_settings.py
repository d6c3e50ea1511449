import logging
from multiprocessing import get_logger, log_to_stderr

if __name__ == "__main__":
    logger = get_logger()
    print("name:", logger.name)
    print("handlers:", len(logger.handlers))
    print("level set:", logger.level != logging.NOTSET)
    print("passed on to the root logger:", bool(logger.propagate))
    log_to_stderr()  # ①
    log_to_stderr()
    logger.error("the oven smokes")
    logger.removeHandler(logger.handlers[0])
    logger.error("the oven burns")
