from subprocess import PIPE, Popen, TimeoutExpired


def sorted_(script):
    with Popen(["sh", "-c", script], stdout=PIPE) as towns:
        with Popen(["sort"], stdin=towns.stdout, stdout=PIPE) as sort:
            towns.stdout.close()
            text = sort.communicate()[0].decode()
    print(f"{[towns.returncode, sort.returncode]}: {' '.join(text.split())}")


sorted_("echo Oslo; echo Lima")
sorted_("echo Oslo; exit 3")
with Popen(["sleep", "60"]) as nap:
    try:
        nap.wait(timeout=0.1)
        late = "false"
    except TimeoutExpired:
        late = "true"
        nap.kill()
print(f"too late: {late}, signal: {-nap.returncode} (SIGKILL)")
