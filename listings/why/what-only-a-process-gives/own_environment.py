import os
import subprocess


def answer(question, yes):
    print(f"parent: {question}: {'true' if yes else 'false'}")


before = os.getcwd()
subprocess.run(
    ["sh", "-c", 'echo "child:  $CITY, in $(pwd)"'],
    env={**os.environ, "CITY": "Rome"},  # ①
    cwd="/",
)
answer("knows of no city", "CITY" not in os.environ)
answer("has not moved", os.getcwd() == before)  # ②
