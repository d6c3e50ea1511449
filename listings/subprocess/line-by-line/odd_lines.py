import subprocess


def lines(text):
    command = ["printf", text]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8"
    ) as child:
        return list(child.stdout)


for text in [r"rye\noat", r"rye\r\noat\n", r"rye\roat\n"]:
    print(lines(text))  # ①
try:
    print(lines(r"caf\351\n"))
except UnicodeDecodeError as error:
    print("UnicodeDecodeError:", error)
