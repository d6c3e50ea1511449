title From the child's end until the waiting call returns
scale log
bar `waitpid`, no timeout possible: waiting.waitpid.delay
bar pidfd and `poll`: waiting.pidfd.delay
bar `Process::join_timeout`: waiting.library.delay
bar loop, sleeps 1 ms: waiting.sleep-1-ms.delay
bar Python `Process.join(timeout)`: waiting.python-join.delay
bar loop, sleeps 10 ms: waiting.sleep-10-ms.delay
bar loop, 1 ms, doubled up to 50: waiting.sleep-doubled.delay
bar Python `Popen.wait(timeout)`: waiting.python-popen.delay
# A descriptor costs nothing against waitpid; sleeping does.
holds waiting.pidfd.delay < 1.5 waiting.waitpid.delay
holds waiting.library.delay < 3 waiting.waitpid.delay
holds waiting.pidfd.delay < waiting.sleep-1-ms.delay
holds 5 waiting.pidfd.delay < waiting.sleep-10-ms.delay
holds 5 waiting.pidfd.delay < waiting.sleep-doubled.delay
holds 5 waiting.pidfd.delay < waiting.python-popen.delay
holds waiting.python-join.delay < waiting.python-popen.delay
