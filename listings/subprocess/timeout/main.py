import subprocess


def bake(dish, oven, timeout):
    try:
        done = subprocess.run(oven, timeout=timeout)  # ①②③
        print(f"{dish}: exit status: {done.returncode}")
    except subprocess.TimeoutExpired:
        print(f"{dish}: not done after {timeout} s")


bake("bread", ["true"], 5)
bake("roast", ["sleep", "60"], 0.1)
