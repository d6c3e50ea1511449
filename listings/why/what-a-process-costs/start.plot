title Start and join: how many times a bare fork
scale log
bar `clone` as `vfork` does it: start.vfork.ratio
bar Rust thread: start.thread.ratio
bar Python thread: start.python-thread.ratio
bar `clone3`: start.clone3.ratio
bar `fork`: start.fork.ratio
bar this book's `Process`: start.library-fork.ratio
bar this book's forkserver: start.library-forkserver.ratio
bar `Command` runs true: start.command.ratio
bar duct runs true: start.duct.ratio
bar Python's `run` runs true: start.python-run.ratio
bar subprocess (crate) runs true: start.subprocess.ratio
bar `Command` with `pre_exec`: start.command-pre-exec.ratio
bar this book's spawn: start.library-spawn.ratio
bar rusty-fork: start.rusty-fork.ratio
bar procspawn: start.procspawn.ratio
bar Python `os.fork`: start.python-os-fork.ratio
bar multiprocessing fork: start.python-fork.ratio
bar multiprocessing forkserver: start.python-forkserver.ratio
bar multiprocessing spawn: start.python-spawn.ratio
# A thread is several times cheaper than a process.
holds 2 start.thread.time < start.fork.time
holds 2 start.vfork.time < start.fork.time
holds start.thread.time < 3 start.vfork.time
# The library is near the bare call.
holds start.library-fork.ratio < 2
# Ours against Python's.
holds 3 < start.python-against-library-fork
holds 3 < start.python-against-library-forkserver
holds 10 < start.python-against-library-spawn
# In Rust a fresh run of the program is not what is slow.
holds start.library-spawn.time < start.python-fork.time
holds start.command.time < start.command-pre-exec.time
