import os
import subprocess
from tempfile import TemporaryDirectory


def greet(program, city):
    try:
        print(subprocess.check_output([program], cwd=city, text=True), end="")
    except FileNotFoundError:
        print("ENOENT")  # ①


with TemporaryDirectory() as world:
    os.chdir(world)
    for city in "Oslo", "Lima":
        os.mkdir(city)
        with open(city + "/greet", "w") as script:
            script.write(f"#!/bin/sh\necho this is {city}\n")
        os.chmod(city + "/greet", 0o755)
    greet("./greet", "Lima")  # ②
    greet("Oslo/greet", "Lima")  # ③
    greet(os.path.realpath("Oslo/greet"), "Lima")  # ④
    os.chdir("/")
