title 64 MiB from a child that stays
bar Rust, shared memory, looked at: returning.shared-in-place.64-mib
bar Rust, socket pair: returning.socket-pair.64-mib
bar Rust, shared memory, copied: returning.shared.64-mib
bar Rust, pipe: returning.pipe.64-mib
bar Python, shared, looked at: returning.python-shared-in-place.64-mib
bar Python, shared memory, copied: returning.python-shared.64-mib
bar Python, `Pipe`: returning.python-pipe.64-mib
bar Python, `Queue`: returning.python-queue.64-mib
# A socket pair is quicker than a pipe, and a Queue dearer than a Pipe.
holds 1.5 returning.socket-pair.64-mib < returning.pipe.64-mib
holds 1.5 returning.shared.64-mib < returning.pipe.64-mib
holds returning.socket-pair.64-mib < 2 returning.shared.64-mib
holds returning.shared.64-mib < 2 returning.socket-pair.64-mib
holds returning.shared-in-place.64-mib < returning.shared.64-mib
holds 1.5 returning.python-pipe.64-mib < returning.python-queue.64-mib
holds returning.python-shared-in-place.64-mib < returning.python-shared.64-mib
