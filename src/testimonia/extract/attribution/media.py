"""Through what something was said: statements, interviews, outlets.

example          in an interview with Radio Kayes · told Reuters · in a statement · on Twitter
counter-example  said on Monday
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from testimonia.extract.drafts import Named
from testimonia.extract.phrases import PhraseTable
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Scene
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows

__all__ = ["OUTLETS", "Medium", "find_medium", "is_outlet", "medium_at", "medium_of"]

OUTLETS = frozenset({"news", "broadcast"})
"""Kinds of media that speak for themselves, whoever owns them."""
_WITH = frozenset({"with", "to", "on", "by", "in", "for"})


class Medium(NamedTuple):
    """A medium as named, its kind, and the outlet that carried it."""

    words: str | None = None
    kind: str = "unspecified"
    outlet: Named | None = None


@cache
def _media() -> PhraseTable[str]:
    return PhraseTable((row["form"], row["medium_kind"]) for row in rows("saying_nouns"))


@cache
def _outlets() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in rows("media"))


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("weekdays"))


def is_outlet(phrase: str) -> bool:
    """Tell whether a phrase names a news medium, or begins with the name of one."""
    low = phrase.lower().removeprefix("the ")
    words = low.split()
    return any(" ".join(words[:size]) in _outlets() for size in range(len(words), 0, -1))


def medium_at(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """Give the end and kind of the noun of saying that begins at a token: "statement", "press release"."""
    return _media().at(tokens, at)


def medium_of(scene: Scene, chunk: Chunk) -> Medium | None:
    """Give the medium if a noun phrase ends in a noun of saying: "the Front's statement"; else None."""
    tokens = scene.sentence.tokens
    for at in range(max(chunk.body, chunk.first), chunk.last):
        found = medium_at(tokens, at)
        if found is not None and found[0] == chunk.last:
            return Medium(scene.sentence.words(at, chunk.last), found[1])
    return None


def find_medium(scene: Scene, places: Iterable[int]) -> Medium:
    """Find the medium among the chunks at some positions; an empty Medium if none is named."""
    outlet: Named | None = None
    for at in places:
        chunk = scene.chunks[at]
        if chunk.kind != "np":
            continue
        if is_outlet(scene.words(chunk)):
            outlet = _named(scene, chunk)
        medium = medium_of(scene, chunk)
        if medium is not None:
            return _with_outlet(scene, at, medium, outlet)
    return Medium(outlet.words, "news", outlet) if outlet is not None else Medium()


def _with_outlet(scene: Scene, at: int, medium: Medium, outlet: Named | None) -> Medium:
    """Take in whom it was said to: "interview with Radio Kayes"."""
    link, whom = scene.chunks.near(at + 1), scene.chunks.near(at + 2)
    if link.low in _WITH and whom.kind == "np" and whom.name and whom.low not in _weekdays():
        first = scene.chunks[at].last - len((medium.words or "").split())
        return Medium(scene.sentence.words(first, whom.last), medium.kind, _named(scene, whom))
    return medium._replace(outlet=outlet)


def _named(scene: Scene, chunk: Chunk) -> Named:
    return Named(scene.words(chunk), scene.sentence.source(chunk.first, chunk.last))
