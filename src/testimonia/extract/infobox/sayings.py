"""Who says it: "(per the ministry)", "Army claim:", "(rebel and UN estimates)", "(independently confirmed)".

Words that only grade a claim ("various", "initial", "highest") name nobody: the stance stays, the
speaker is left open.
"""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.drafts import Named, Saying
from testimonia.extract.infobox.moments import dated_tokens, moment_of
from testimonia.extract.phrases import PhraseTable
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set
from testimonia.model import Passage, Stance, When

__all__ = ["read_saying", "split_parts"]

_NOBODY = word_set("layout", "nobody")
"""Words before "claim" or "estimate" that name no speaker."""
_CUES = word_set("layout", "cue")
_SEPARATORS = frozenset({"and", "&", "/", ",", "or"})
_EDGES = frozenset({'"', "“", "”", "'", ".", ",", "*", "by", "the", "a", "an", "-", "–"})


@cache
def _before() -> PhraseTable[Stance]:
    """Phrases with the speaker behind: "per", "according to", "claimed by"."""
    found = [(row["form"], row["stance"]) for row in rows("reporting") if row["role"] == "preposition"]
    return PhraseTable([*found, ("per", "claimed"), ("source", "claimed"), ("according", "claimed")])  # type: ignore[list-item]


@cache
def _after() -> PhraseTable[Stance]:
    """Nouns with the speaker before: "claim", "estimates", "sources"."""
    found = [
        (row["form"], row["stance"])
        for row in rows("reporting")
        if row["role"] == "noun" and row["form"] not in {"news", "belief"}
    ]
    return PhraseTable([*found, *((form, "claimed") for form in sorted(_CUES))])  # type: ignore[list-item]


@cache
def _alone() -> PhraseTable[Stance]:
    """Words that give a stance and no speaker: "reportedly", "confirmed", "estimated"."""
    wanted = {"participle", "adverb"}
    found = [
        (row["form"], row["stance"])
        for row in rows("reporting")
        if row["role"] in wanted and row["stance"] != "unmarked"
    ]
    return PhraseTable([*found, ("unconfirmed", "claimed"), ("est", "estimated"), ("unverified", "claimed")])  # type: ignore[list-item]


def split_parts(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Cut the words of a bracket at ";" and ":", and at a comma before or behind a date or a new cue."""
    parts: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        if token.low in {";", ":"} or (token.low == "," and _parts_here(tokens, at, parts[-1])):
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts if part]


def _parts_here(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> bool:
    after = tokens[at + 1 :]
    if not after or not before:
        return True
    return bool(_before().at(after, 0) or dated_tokens(after) or not _before().at(before, 0))


def read_saying(passage: Passage, tokens: Sequence[Token], event: When | None = None) -> Saying | None:
    """Read who says something out of a bracket or heading, or give None where nobody is said to."""
    parts = split_parts(tokens)
    for part in parts:
        found = _read(passage, part)
        if found:
            speakers, stance = found
            span = passage.source(part[0].start, part[-1].end)
            return Saying(speakers, stance, span, _said_on(parts, event))
    return None


def _read(passage: Passage, part: tuple[Token, ...]) -> tuple[tuple[Named, ...], Stance] | None:
    first, opening = _opening(part)
    if opening:
        return _speakers(passage, part[first:]), opening
    part = _undated(part)
    closing = _after().ending(part, len(part)) if part else None
    if closing and not any(token.kind == "number" for token in part) and part[0].low not in {"see", "no"}:
        start, stance = closing
        named = _speakers(passage, part[:start], attributive=True) if start else ()
        if start and part[start].low in {"sources", "source", "media", "press"} and named:
            named = (_named(passage, part),)
        return (named, stance) if named or _graded(part[:start]) else None
    return _stance_alone(passage, part) if part else None


def _stance_alone(passage: Passage, part: tuple[Token, ...]) -> tuple[tuple[Named, ...], Stance] | None:
    """Read "confirmed", "estimated total", and "Russian estimated" for "Russian estimate"."""
    ending = _alone().ending(part, len(part))
    if ending and ending[0] and len(part) <= 3 and part[0].capital and not _graded(part[: ending[0]]):
        return _speakers(passage, part[: ending[0]], attributive=True), ending[1]
    alone = ending or _alone().at(part, 0)
    bare = [at for at, token in enumerate(part) if token.kind == "word" and token.low not in _NOBODY]
    if alone and len(part) <= 2 and all(_alone().at(part, at) for at in bare):
        return (), alone[1]
    return None


def _opening(part: Sequence[Token]) -> tuple[int, Stance | None]:
    """Find "per", "according to" or "claimed by" in a part; give where the speaker begins."""
    for at in range(min(len(part), 5)):
        found = _before().at(part, at)
        if found and found[0] < len(part) and (at == 0 or not any(token.capital for token in part[1:at])):
            return found[0], found[1]
    return 0, None


def _graded(words: Sequence[Token]) -> bool:
    """Tell whether the words before "claims" only grade them; a bare "claimed" counts too."""
    return all(token.low in _NOBODY for token in words)


def _undated(part: Sequence[Token]) -> tuple[Token, ...]:
    """Leave out dates, and what leads to them, at the end of a part."""
    dated = dated_tokens(part)
    if not dated:
        return tuple(part)
    first = min(dated)
    while first and part[first - 1].low in {
        "as",
        "of",
        "on",
        "by",
        "until",
        "in",
        "from",
        "since",
        "at",
        "the",
        "late",
        "early",
        "mid",
    }:
        first -= 1
    return tuple(part[:first])


def _speakers(passage: Passage, tokens: Sequence[Token], *, attributive: bool = False) -> tuple[Named, ...]:
    """Give each speaker named by the words: "France and MSA" are two."""
    words = _undated(tokens)
    closing = _after().ending(words, len(words)) if words else None
    if closing and closing[0] and words[closing[0]].low not in _CUES and not attributive:
        words = words[: closing[0]]
    groups: list[list[Token]] = [[]]
    for token in words:
        if token.low in _SEPARATORS:
            groups.append([])
        else:
            groups[-1].append(token)
    named = (_trimmed(group, attributive=attributive) for group in groups)
    return tuple(_named(passage, group) for group in named if group)


def _trimmed(group: list[Token], *, attributive: bool) -> list[Token]:
    while group and (group[0].low in _EDGES or (attributive and group[0].low in _NOBODY)):
        group = group[1:]
    while group and (group[-1].low in _EDGES or group[-1].text in {"'s", "’s"}):
        group = group[:-1]
    return group if any(token.kind == "word" for token in group) else []


def _named(passage: Passage, tokens: Sequence[Token]) -> Named:
    start, end = tokens[0].start, tokens[-1].end
    link = next(
        (m.value for m in passage.marks if m.kind == "link" and m.start < end and start < m.end), None
    )
    return Named(" ".join(passage.shown[start:end].split()), passage.source(start, end), link)


def _said_on(parts: Sequence[tuple[Token, ...]], event: When | None) -> When | None:
    """Read "as of 18 March" beside a speaker as the date of saying."""
    for part in parts:
        lows = [token.low for token in part]
        if "as" in lows and "of" in lows:
            return moment_of(part, event)
    return None
