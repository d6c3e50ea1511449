import os
import subprocess
import sys


def yes(fact):
    return str(fact).lower()


def show(name, **options):
    pipe = subprocess.PIPE
    child = subprocess.Popen(["cat"], stdin=pipe, **options)
    group, session = os.getpgid(child.pid), os.getsid(child.pid)  # ①
    child.communicate()  # ②
    my_group, my_session = group == os.getpgrp(), session == os.getsid(0)
    print(f"{name}: my group: {yes(my_group)}, my session: {yes(my_session)}")
    print(f"  leads its group: {yes(group == child.pid)}")
    print(f"  leads its session: {yes(session == child.pid)}")


show("plain")
if sys.version_info >= (3, 11):
    show("process_group", process_group=0)  # ③
else:
    show("process_group", preexec_fn=os.setpgrp)
show("new session", start_new_session=True)  # ④
