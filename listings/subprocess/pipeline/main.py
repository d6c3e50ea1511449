from subprocess import PIPE, Popen

cities = ["Oslo", "Lima", "Cairo"]
printf = Popen(["printf", r"%s\n", *cities], stdout=PIPE)
sort = Popen(["sort"], stdin=printf.stdout, stdout=PIPE)
printf.stdout.close()  # ②
head = Popen(["head", "-n", "2"], stdin=sort.stdout, stdout=PIPE)  # ①
sort.stdout.close()
output, _ = head.communicate()

print(output.decode(), end="")
print("returncodes", [printf.wait(), sort.wait(), head.wait()])  # ④
