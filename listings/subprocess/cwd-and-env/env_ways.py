import os
import subprocess


def seen(env):
    text = subprocess.check_output(["env"], env=env, text=True)
    names = {line.split("=")[0]: line for line in text.splitlines()}
    lines = [names[name] for name in ("CITY", "LANG") if name in names]
    lines += ["PATH"] * ("PATH" in names)
    return " ".join(lines or ["nothing"])


env = dict(os.environ, LANG="C")
print("one set:    ", seen(env))
env["CITY"] = "Oslo"
print("one more:   ", seen(env))
del env["LANG"]
print("one removed:", seen(env))
print("cleared:    ", seen({}))  # ①
print("two only:   ", seen({"CITY": "Lima", "LANG": "C"}))
