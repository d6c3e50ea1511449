from subprocess import PIPE, Popen

baker = Popen(["sh", "-c", "echo rye; echo oats; exit 3"], stdout=PIPE)  # ①
sort = Popen(["sort"], stdin=baker.stdout, stdout=PIPE)
baker.stdout.close()
print(sort.communicate()[0].decode(), end="")
print("the last one says", sort.returncode)  # ②
print("all of them say", [baker.wait(), sort.returncode])
