import os


def describe(raw):
    if os.WIFEXITED(raw):
        return f"exit code {os.WEXITSTATUS(raw)}"
    if os.WIFSIGNALED(raw):
        dumped = "true" if os.WCOREDUMP(raw) else "false"
        return f"signal {os.WTERMSIG(raw)}, core dumped: {dumped}"
    if os.WIFSTOPPED(raw):
        return f"stopped by signal {os.WSTOPSIG(raw)}"
    assert os.WIFCONTINUED(raw)
    return "continued"


pid = os.spawnlp(os.P_NOWAIT, "sh", "sh", "-c", "exit 3")
_, real = os.waitpid(pid, 0)
for raw in [real, 0x0009, 0x008B, 0x137F, 0xFFFF]:
    print(f"{raw:#06x}: {describe(raw)}")
