"""Reports as sentences for people, grouped by the code of the shape: worst first.

C203 violation, twice: The claim needs exactly one stance: claimed, estimated, …
  https://w3id.org/testimonia/shapes#C203
  Battle of Akabar, line 25: The leader of the MSA claimed [30 to 40 jihadists had been killed].
    claim/battle-of-akabar-2018/killed-53evea6w, tm:stance
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from testimonia.validate.paths import shorten
from testimonia.vocab import BASE, SH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from testimonia.validate.report import Result, Severity, Source

__all__ = ["WORDS", "count_words", "report_lines"]

WORDS: dict[Severity, str] = {"violation": "violation", "warning": "warning", "info": "note"}
"""How people call the severities."""
SHOWN = 5
"""Warnings and notes of one code that are shown, unless all are asked for."""
_MARGIN = "  "


def report_lines(results: Iterable[Result], *, everything: bool = False) -> Iterator[str]:
    """Give the lines of results, grouped by code; of warnings and notes the first, or all of them."""
    ordered = sorted(results, key=lambda result: result.order())
    for (severity, code), group in groupby(ordered, key=lambda result: (result.severity, result.code)):
        found = list(group)
        shown = found if everything or severity == "violation" else found[:SHOWN]
        one_message = len({result.message for result in found}) == 1
        heading = f": {found[0].message}" if one_message else ""
        yield f"{code} {WORDS[severity]}, {_times(len(found))}{heading}"
        if found[0].shape.startswith(SH):
            yield f"{_MARGIN}{found[0].shape}"
        for result in shown:
            yield from _lines(result, with_message=not one_message)
        if len(shown) < len(found):
            yield f"{_MARGIN}… and {len(found) - len(shown)} more"


def count_words(results: Sequence[Result]) -> str:
    """Count results in words: "1 violation, 0 warnings, 3 notes"."""
    counts = Counter(result.severity for result in results)
    return ", ".join(
        f"{counts[severity]} {word}{'' if counts[severity] == 1 else 's'}" for severity, word in WORDS.items()
    )


def _lines(result: Result, *, with_message: bool) -> Iterator[str]:
    """Give a result as lines: which words of which article, which thing in the graph."""
    where = _place(result.source) if result.source else ""
    if where:
        yield f"{_MARGIN}{where}"
    margin = _MARGIN * 2 if where else _MARGIN
    path = f", {result.path}" if result.path else ""
    yield f"{margin}{_short(result.focus)}{path}"
    if with_message:
        yield f"{margin}{result.message}"


def _place(source: Source) -> str:
    line = f", line {source.line}" if source.line else ""
    words = f": {_marked(source)}" if source.quote else ""
    return f"{source.article or source.mention}{line}{words}"


def _marked(source: Source) -> str:
    """Give the sentence with the quote in brackets, or the quote alone where they do not fit together."""
    sentence, quote = source.sentence or "", source.quote or ""
    before, found, after = sentence.partition(quote)
    marked = f"{before}[{found}]{after}" if found else f"[{quote}]"
    return " ".join(marked.split())


def _short(focus: str) -> str:
    return focus.removeprefix(BASE) if focus.startswith(BASE) else shorten(focus)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
