"""Articles through the pipeline, one after the other or several at once, in the order given.

Processes are spawned, never forked (some engines hang in a forked child), and what passes between
them is bytes. A few articles are ahead of the writing at any time, no more, so that memory does not
grow with the number of articles.
"""

from __future__ import annotations

import signal
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from testimonia.errors import InputError, TestimoniaError
from testimonia.pipeline import Built, Options, build_article

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from testimonia.scale.folder import OutputFolder
    from testimonia.scale.sources import Source
    from testimonia.scale.stream import OutputStream

    Attempt = Callable[[], Built | str]
    """Waits for an article and gives what was built, or why not, in one sentence."""
    Pending = Callable[[], "Outcome"]
    """Waits for an article, writes it and tells what became of it."""
    Begin = Callable[[bytes, str, Options], Attempt]

__all__ = ["Outcome", "build_articles"]

_SAVE_EVERY = 64
"""How many articles at most are built again after the program was killed outright."""

_DEFECTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What a mistake in a rule raises: a strange article among thousands must not cost the others."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article."""

    source: str
    state: Literal["built", "unchanged", "failed"]
    counts: dict[str, int] = field(default_factory=dict)
    """How many events, claims, … were found; empty if the article failed."""
    problem: str = ""
    """Why the article failed, in one sentence; empty if it did not."""


def build_articles(
    sources: Iterable[Source], folder: OutputFolder | OutputStream, options: Options, workers: int = 1
) -> Generator[Outcome]:
    """Build every source into the folder, giving the outcomes in the order of the sources.

    Close the iterator (`contextlib.closing`) to stop early: what is written stays, and the manifest
    tells of it. Raises OutputError when the folder cannot be written.
    """
    try:
        with _workforce(workers) as begin:
            waiting = (_send(source, folder, options, begin) for source in sources)
            for number, finish in enumerate(_ahead(waiting, 2 * workers), start=1):
                yield finish()
                if number % _SAVE_EVERY == 0:
                    folder.save()
    finally:
        folder.save()


def _send(source: Source, folder: OutputFolder | OutputStream, options: Options, begin: Begin) -> Pending:
    """Send an article on its way; calling the answer waits for its end and writes it."""
    try:
        data = source.read()
    except InputError as error:
        return partial(Outcome, source.name, "failed", problem=str(error))
    entry = folder.unchanged(sha256(data).hexdigest(), options)
    if entry:
        return partial(Outcome, source.name, "unchanged", entry["counts"])
    return partial(_finish, source.name, begin(data, source.name, options), folder, options)


def _finish(source: str, attempt: Attempt, folder: OutputFolder | OutputStream, options: Options) -> Outcome:
    built = attempt()
    if isinstance(built, str):
        return Outcome(source, "failed", problem=built)
    return Outcome(source, "built", folder.write(source, built, options)["counts"])


def _ahead(items: Iterator[Pending], number: int) -> Iterator[Pending]:
    """Give the items in order, each after up to `number` later ones have been drawn."""
    drawn: deque[Pending] = deque()
    for item in items:
        drawn.append(item)
        if len(drawn) > number:
            yield drawn.popleft()
    yield from drawn


@contextmanager
def _workforce(workers: int) -> Iterator[Begin]:
    """Give the way to begin an article: here and now for one worker, else in a pool of processes."""
    if workers == 1:
        yield lambda data, name, options: partial(_attempt, data, name, options)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_die_quietly)
    try:
        yield lambda data, name, options: pool.submit(_attempt, data, name, options).result
    except BrokenProcessPool as error:
        raise TestimoniaError("a worker was ended from outside; run the command again to go on.") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _attempt(data: bytes, name: str, options: Options) -> Built | str:
    """Build an article, or say in one sentence why it cannot be built."""
    try:
        return build_article(data, name, options)
    except TestimoniaError as error:
        return str(error)
    except _DEFECTS as defect:
        return f"{name}: the program itself failed on this article, please report it: {_place(defect)}."


def _place(defect: BaseException) -> str:
    """Say what went wrong and in which line of the program, for a report."""
    trace = defect.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(defect).__name__}: {defect}{where}"


def _die_quietly() -> None:
    """Let Ctrl-C, which reaches every process of the terminal, end a worker without a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
