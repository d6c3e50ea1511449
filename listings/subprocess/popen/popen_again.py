import subprocess

pipe = subprocess.PIPE


def again(press, *data):
    try:
        print(press.communicate(*data))
    except ValueError as error:
        print(error)


press = subprocess.Popen(["cat"], stdin=pipe, stdout=pipe)
again(press, b"The Daily Loaf")
again(press)
again(press, b"Second edition")
press = subprocess.Popen(["echo", "one pipe"], stdout=pipe)
again(press)
again(press)
