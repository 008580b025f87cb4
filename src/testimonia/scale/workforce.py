"""Who does the work: this process, or a pool of others.

Processes are spawned, never forked (some engines hang in a forked child), and what passes between
them is bytes.
"""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from functools import partial
from multiprocessing import parent_process
from threading import Thread
from typing import TYPE_CHECKING

from testimonia.errors import TestimoniaError
from testimonia.scale.task import attempt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from testimonia.pipeline import Built, Options
    from testimonia.scale.gate import Refused
    from testimonia.scale.task import Task

    Attempt = Callable[[], Built | Refused | str]
    """Waits for an article and gives what was built or refused, or why neither, in one sentence."""
    Begin = Callable[[Task, Options], Attempt]

__all__ = ["workforce"]


@contextmanager
def workforce(workers: int) -> Iterator[Begin]:
    """Give the way to begin an article: here and now for one worker, else in a pool of processes."""
    if workers == 1:
        yield lambda task, options: partial(attempt, task, options)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin_worker)

    def begin(task: Task, options: Options) -> Attempt:
        with _interrupts_wait():
            return pool.submit(attempt, task, options).result

    try:
        yield begin
    except BrokenProcessPool as error:
        raise TestimoniaError("a worker was ended from outside; run the command again to go on.") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Let Ctrl-C wait a moment, in a worker that is started meanwhile until it has begun.

    A worker imports for half a second before it can say what is to be done at Ctrl-C, which reaches
    every process of the terminal.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_worker() -> None:
    """Let a worker end as it should: without a traceback at Ctrl-C, and never later than its parent."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the parent; one that is killed outright cannot tell its workers to stop."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
