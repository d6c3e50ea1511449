import signal
import subprocess

Popen = subprocess.Popen
ends = [
    ("send_signal", lambda press: press.send_signal(signal.SIGUSR1)),
    ("terminate", Popen.terminate),
    ("kill", Popen.kill),  # ②
]
for name, end in ends:
    with Popen(["cat"], stdin=subprocess.PIPE) as press:
        end(press)
        number = -press.wait()  # ③
        print(f"{name}: ended by", signal.Signals(number).name)
        end(press)  # ④
print("and a second time nothing happens")
