import mmap
import os
import resource


def write(shelf):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for page in range(0, len(shelf), mmap.PAGESIZE):
        shelf[page] += 1
    faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
    return round(faults / (len(shelf) / mmap.PAGESIZE))


private = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
shelf = mmap.mmap(-1, 16 << 20, flags=private)
shelf.madvise(mmap.MADV_NOHUGEPAGE)  # ①
write(shelf)
print("before the fork:", write(shelf))

pid = os.fork()  # ②
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
print("after the fork: ", write(shelf))  # ③
print("once more:      ", write(shelf))  # ④
