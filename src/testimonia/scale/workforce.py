"""Who does the work: this process, or a pool of others.

Processes are spawned, never forked (some engines hang in a forked child), and what passes between
them is bytes.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from functools import partial
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

    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_die_quietly)
    try:
        yield lambda task, options: pool.submit(attempt, task, options).result
    except BrokenProcessPool as error:
        raise TestimoniaError("a worker was ended from outside; run the command again to go on.") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _die_quietly() -> None:
    """Let Ctrl-C, which reaches every process of the terminal, end a worker without a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
