import subprocess
import sys

steps = ["echo knead", "test dough = risen", "echo bake"]
for step in steps:
    print(f"+ {step}")
    if subprocess.run(step.split(" ")).returncode != 0:
        print(f"stopped: {step}")
        sys.exit(1)
