import os

pid = os.spawnlp(os.P_NOWAIT, "expr", "expr", "6", "*", "7")  # ①
_, status = os.waitpid(pid, 0)
print("P_NOWAIT:", os.WEXITSTATUS(status))

code = os.spawnvp(os.P_WAIT, "sh", ["sh", "-c", "kill $$"])  # ②
print("P_WAIT:", code)

code = os.spawnlpe(os.P_WAIT, "env", "env", {"BREAD": "rye"})  # ③
print("env:", code)

code = os.spawnlp(os.P_WAIT, "no-such-oven", "no-such-oven")
print("missing:", code)  # ④
