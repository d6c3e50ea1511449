import os

if __name__ == "__main__":
    for script in ["exit 3", "kill -KILL $$"]:
        status = os.system(script)
        print(f"{script:<13} {status:#06x}")
    dumped = 0x8B
    signal = os.WTERMSIG(dumped)
    print(f"{dumped:#06x}: signal {signal}, core {os.WCOREDUMP(dumped):d}")
