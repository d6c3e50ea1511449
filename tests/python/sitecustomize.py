"""Has a twin print as it does on a terminal, where a line is written at once.

In a pipe Python keeps its output back until a buffer is full, and the order of
what two processes print would be that of their ends.
"""

import sys

sys.stdout.reconfigure(line_buffering=True)
