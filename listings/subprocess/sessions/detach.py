import ctypes
import os

PR_SET_CHILD_SUBREAPER = 36


def yes(fact):
    return str(fact).lower()


def bake(main, session, key, gate, tell):
    os.close(key)
    os.read(gate, 1)  # ④
    alone, leads = os.getsid(0) != session, os.getsid(0) == os.getpid()
    facts = f"own session: {yes(alone)}, leads it: {yes(leads)}"
    facts += f", adopted: {yes(os.getppid() == main)}"
    os.write(tell, facts.encode())


ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)  # ①
main, session = os.getpid(), os.getsid(0)
gate, key = os.pipe()
heard, tell = os.pipe()
middle = os.fork()
if middle == 0:
    os.setsid()  # ②
    if os.fork() == 0:  # ③
        bake(main, session, key, gate, tell)
    os._exit(0)
os.waitpid(middle, 0)
os.close(key)
os.close(tell)
with os.fdopen(heard) as facts:
    print(facts.read())
os.wait()
