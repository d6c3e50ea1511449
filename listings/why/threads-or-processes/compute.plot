title Workers that compute: how many times as fast as one
x Workers: 1 2 4 8
line Rust threads: workers.compute.rust-threads.*
line Rust processes: workers.compute.rust-processes.*
line Python processes: workers.compute.python-processes.*
line Python threads: workers.compute.python-threads.*
# Threads of Python share one core; everybody else has all of them.
holds workers.compute.python-threads.8 < 1.3
holds 1.3 < workers.compute.python-processes.2
holds 1.3 < workers.compute.rust-threads.2
holds 1.3 < workers.compute.rust-processes.2
holds workers.compute.rust-threads.8 < 1.3 workers.compute.rust-processes.8
