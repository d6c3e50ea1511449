import subprocess

for args in [
    ["rye", "2 rolls", ""],
    ['the "good" flour', "5", '6"'],
    ["C:\\oven\\", "C:\\my oven\\", '\\"'],
]:
    print("Windows:", subprocess.list2cmdline(args), flush=True)
    subprocess.run(["printf", "    <%s>\\n", *args])
