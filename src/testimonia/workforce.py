"""Who does the work: this process, or a pool of others.

Processes are spawned, never forked (some engines hang in a forked child). What they give comes back in the
order in which it was begun, so that nothing depends on how many there are.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from contextlib import contextmanager
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from testimonia.errors import TestimoniaError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Begin = Callable[..., Callable[[], Any]]
    """Begins a function with its arguments; calling the answer waits for what the function gives."""

__all__ = ["ahead", "workforce"]

Item = TypeVar("Item")


@contextmanager
def workforce(workers: int, prepare: Callable[[], object] | None = None) -> Iterator[Begin]:
    """Give the way to begin work: here and now for one worker, else in a pool of processes.

    Each process calls `prepare` before anything else. Functions and arguments have to be such as can be
    pickled. Raises TestimoniaError where a process is ended from outside.
    """
    if workers == 1:
        yield partial
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    spawn = get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=spawn, initializer=_begin_worker, initargs=(prepare,))

    def begin(function: Callable[..., Any], *arguments: object) -> Callable[[], Any]:
        with _interrupts_wait():
            return pool.submit(function, *arguments).result

    try:
        yield begin
    except BrokenProcessPool as error:
        raise TestimoniaError("a worker was ended from outside; run the command again to go on.") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def ahead(items: Iterable[Item], number: int) -> Iterator[Item]:
    """Give the items in order, each after up to `number` later ones have been drawn."""
    drawn: deque[Item] = deque()
    for item in items:
        drawn.append(item)
        if len(drawn) > number:
            yield drawn.popleft()
    yield from drawn


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


def _begin_worker(prepare: Callable[[], object] | None = None) -> None:
    """Let a worker end as it should: without a traceback at Ctrl-C, and never later than its parent."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    Thread(target=_end_with_parent, daemon=True).start()
    if prepare is not None:
        prepare()


def _end_with_parent() -> None:
    """Wait for the end of the parent; one that is killed outright cannot tell its workers to stop."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
