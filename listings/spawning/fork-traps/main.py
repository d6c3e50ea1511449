import signal
from multiprocessing import get_context

fork = get_context("fork")


def work(close, writers, bell):
    for writer in writers[close]:
        writer.close()  # ②
    bell.send_bytes(b"!")
    signal.pause()  # where a worker would read its inbox


def end_comes(close):
    """Does the end reach the first of two workers, which close some writers?"""
    ready, bell = fork.Pipe(duplex=False)
    inboxes, writers = [], []
    for _ in range(2):
        inbox, writer = fork.Pipe(duplex=False)
        writers.append(writer)  # ①
        args = close, writers, bell
        worker = fork.Process(target=work, args=args, daemon=True)  # ③
        worker.start()
        inboxes.append(inbox)
        ready.recv_bytes()
    writers[0].close()  # ④
    return str(inboxes[0].poll(0)).lower()  # ⑤


if __name__ == "__main__":
    print("closes none:   ", end_comes(slice(0)))
    print("closes its own:", end_comes(slice(-1, None)))
    print("closes all:    ", end_comes(slice(None)))
