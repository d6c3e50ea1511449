from subprocess import DEVNULL, PIPE, Popen

for restore in True, False:
    yes = Popen(
        ["yes"], stdout=PIPE, stderr=DEVNULL, restore_signals=restore
    )
    yes.stdout.close()
    print(f"restore_signals={restore}: {yes.wait()}")
