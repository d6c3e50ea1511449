"""Reads one request a line, does it, and answers with numbers on one line."""

import sys
import time


def answer(*requests):
    by_name = {request.__name__: request for request in requests}
    for line in sys.stdin:
        name, *words = line.split()
        print(*by_name[name](*words), flush=True)


def microseconds(call, count=1):
    """The time that one of `count` calls takes."""
    start = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - start) * 1e6 / count
