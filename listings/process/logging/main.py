import logging
import sys
from multiprocessing import get_context, get_logger, log_to_stderr


def bake():
    get_logger().info("the bread is in the oven")  # ③
    sys.exit(3)


def is_shown(record):
    return "shutting down" not in record.msg


if __name__ == "__main__":
    log_to_stderr(logging.INFO).handlers[0].addFilter(is_shown)  # ①②④
    baker = get_context("fork").Process(target=bake, name="baker")
    baker.start()
    baker.join()
    get_logger().info(f"exit code {baker.exitcode}")  # ⑤
