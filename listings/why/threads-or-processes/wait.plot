title Workers that wait: how many times as fast as one
x Workers: 1 2 4 8
line Rust threads: workers.wait.rust-threads.*
line Rust processes: workers.wait.rust-processes.*
line Python processes: workers.wait.python-processes.*
line Python threads: workers.wait.python-threads.*
# They wait together, whoever they are; the start of a process shows in Python.
holds 4 < workers.wait.python-processes.8
holds 6 < workers.wait.python-threads.8
holds 6 < workers.wait.rust-threads.8
holds 6 < workers.wait.rust-processes.8
holds workers.wait.python-processes.8 < workers.wait.python-threads.8
