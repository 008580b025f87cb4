"""How far a long build is: a bar on a terminal, a line for each article in a pipe."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from testimonia.scale import Outcome, Reading

__all__ = ["count", "line_of", "tell"]


def tell(outcomes: Iterable[Outcome], reading: Reading, *, quiet: bool) -> Iterator[Outcome]:
    """Pass the outcomes on, and tell of them on standard error.

    On a terminal there is a bar, unless there is but one article; in a pipe a line for each. With `quiet`
    only failures are told of.
    """
    if sys.stderr.isatty() and not quiet:
        yield from _with_bar(outcomes, reading)
        return
    for outcome in outcomes:
        if outcome.problem or (not quiet and (reading.files > 1 or reading.pages)):
            print(line_of(outcome), file=sys.stderr)
        yield outcome


def _with_bar(outcomes: Iterable[Outcome], reading: Reading) -> Iterator[Outcome]:
    """Show how much of the input is read, what remains, and how many articles are done in a second."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[found]}"),
        TimeRemainingColumn(),
    )
    begin = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("building", total=reading.total, found="")
        for number, outcome in enumerate(outcomes, start=1):
            if outcome.problem:
                progress.console.print(line_of(outcome), markup=False, highlight=False, soft_wrap=True)
            seconds = max(time.monotonic() - begin, 0.001)
            found = f"{count(number, 'article')}, {number / seconds:.1f}/s"
            progress.update(bar, completed=reading.done, found=found)
            yield outcome


def line_of(outcome: Outcome) -> str:
    """Tell of one article in one line."""
    if outcome.problem:
        return f"testimonia: {' '.join(outcome.problem.split())}"
    return f"{outcome.source}: {outcome.state}, {count(outcome.counts.get('claims', 0), 'claim')}"


def count(number: int, thing: str) -> str:
    """Count things: "1 claim", "2 claims"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
