title Start and join of a child, by the memory of the parent
scale log
x MiB that the parent has written to: 0 64 256 1024
line `fork`, small pages: large-parent.small-fork.*
line `Command` with `pre_exec`, small pages: large-parent.small-command-pre-exec.*
line `Command`, small pages: large-parent.small-command.*
line `fork`, huge pages: large-parent.huge-fork.*
# A fork grows with the parent, Command does not.
holds 20 < large-parent.small-fork.1024.ratio
holds large-parent.small-command.1024.ratio < 2
holds 10 < large-parent.small-command-pre-exec.1024.ratio
# Huge pages take most of it away.
holds 5 large-parent.huge-fork.1024 < large-parent.small-fork.1024
