"""Who can speak, and how a speaker is named in full.

example          the leader of the council claimed        → the leader of the council
example          the mission's head, Ann Roe, said        → Ann Roe
example          the Front's statement claimed            → the Front
counter-example  the explosions · initial reports · 90 percent of them
"""

import re
from functools import cache

from testimonia.extract.attribution.media import medium_at
from testimonia.extract.drafts import Named
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind, chain_head, owned
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import rows, word_set

__all__ = ["can_speak", "refers_back", "speaker_words", "speaks", "statement_makers"]

_BACK = word_set("grammar", "refers_back")
_REGULAR = frozenset({"daily", "weekly", "monthly", "annual", "official", "initial"})
_NO_REPORTERS = word_set("grammar", "no_reporters")
_NOBODY = word_set("grammar", "nobody")


@cache
def _speaking() -> frozenset[str]:
    forms = {row["form"].lower() for name in ("speakers", "bodies", "offices") for row in rows(name)}
    return frozenset(form.split()[-1] for form in forms)


def speaks(phrase: str) -> bool:
    """Tell whether the last word of a phrase is somebody that speaks: "ministry", "locals"."""
    parts = re.findall(r"[\w'’\-]+", phrase.lower())
    return bool(parts) and parts[-1] in _speaking()


def refers_back(chunk: Chunk) -> bool:
    """Tell "the group said" (whoever spoke before) from "the Roe group said"."""
    return chunk.det in {"the", "this", "that"} and chunk.low in _BACK and chunk.last - chunk.first == 2


def can_speak(scene: Scene, chunk: Chunk) -> bool:
    """Tell people, bodies and names from things."""
    tokens = scene.sentence.tokens[max(chunk.body, chunk.first) : chunk.last]
    if chunk.name or any(token.capital for token in tokens):
        alone = chunk.last - chunk.first == 1 and chunk.first == 0
        return not (alone and tokens[0].low in _NOBODY)
    return chunk.of_kind("people", "unit") or speaks(scene.words(chunk))


def speaker_words(scene: Scene, position: int) -> Named:
    """Name a speaker in full; a person in apposition is preferred."""
    row = scene.chunks
    position = owned(row, position)
    then = behind(row, position)
    beside = row.near(then + 1)
    if row.comma(then) and row.comma(then + 2) and beside.name and not row[position].name:
        return _named(scene, beside.first, beside.last)
    first = row[chain_head(row, position)].first if row[position].kind == "np" else row[position].first
    last = position
    while row.near(last + 1).low in {"of", "for"} and row.near(last + 2).kind == "np":
        last = owned(row, last + 2)
    return _named(scene, first, row[last].last)


def statement_makers(scene: Scene, position: int) -> list[Named]:
    """Find who made the statement that is the subject: "the Front's statement"; [] if unsaid."""
    row, chunk = scene.chunks, scene.chunks[position]
    if row.near(position - 1).owner:
        return [_named(scene, row[position - 1].first, row[position - 1].last)]
    maker = row.near(position + 2)
    if maker.kind == "np" and row[position + 1].low in (
        {"by", "from", "of"} if maker.name else {"by", "from"}
    ):
        return [speaker_words(scene, position + 2)]
    noun = next(
        (at for at in range(max(chunk.body, 0), chunk.last) if _ends_here(scene, at, chunk)), chunk.last - 1
    )
    if chunk.body >= 0:
        first, noun = _maker_words(scene, chunk.body, noun)
        if first < noun:
            return [_named(scene, first, noun)]
    if row.near(position - 1).kind == "vp":
        return [speaker_words(scene, p) for p in subjects_of(row, position - 1) if row[p].kind == "np"]
    return []


def _maker_words(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Give the tokens of "Roe" in "official Roe daily reports"; none where no name stands there."""
    tokens = scene.sentence.tokens
    while first < last and (not tokens[first].capital or tokens[first].low in _NO_REPORTERS):
        first += 1
    while first < last and tokens[last - 1].low in _REGULAR:
        last -= 1
    return first, last


def _ends_here(scene: Scene, at: int, chunk: Chunk) -> bool:
    found = medium_at(scene.sentence.tokens, at)
    return found is not None and found[0] == chunk.last


def _named(scene: Scene, first: int, last: int) -> Named:
    return Named(scene.sentence.words(first, last), scene.sentence.source(first, last))
