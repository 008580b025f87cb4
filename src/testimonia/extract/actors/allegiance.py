"""Whose soldiers they are that go by another name than their state's.

example          the Red Army · Luftwaffe pilots · Gurkha battalions, where Britain fights
counter-example  Allied ships, where states of the alliance are on both sides
"""

from collections.abc import Iterator
from functools import cache

from testimonia.extract.actors.naming import norm
from testimonia.lexicon import rows

__all__ = ["states_served"]

_LONGEST = 4
"""Words in the longest form of the table."""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("allegiances"):
        form = norm(row["form"])
        found[form] = (*found.get(form, ()), norm(row["state"]))
    return found


@cache
def _openers() -> frozenset[str]:
    return frozenset(form.split()[0] for form in _table())


def states_served(words: str) -> Iterator[tuple[str, ...]]:
    """Give the states that each form among some normalised words may stand for."""
    parts = words.split()
    at = 0
    while at < len(parts):
        if parts[at] not in _openers():
            at += 1
            continue
        size = next(
            (size for size in range(_LONGEST, 0, -1) if " ".join(parts[at : at + size]) in _table()), 0
        )
        if size:
            yield _table()[" ".join(parts[at : at + size])]
        at += size or 1
