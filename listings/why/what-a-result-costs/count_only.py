from subprocess import PIPE, Popen

block = bytearray(1 << 16)
total = 0
with Popen(["head", "-c", "3000000", "/dev/zero"], stdout=PIPE) as child:
    while n := child.stdout.readinto(block):
        total += n
print(f"{total} bytes, in {len(block)} bytes of memory")
