"""Who does what to whom: subjects, objects and their lists around a verb group.

All functions take the chunks of one stream and the position of a chunk in it, and give positions.
"""

from collections.abc import Sequence

from testimonia.extract.grammar import words
from testimonia.extract.prose.chunk import Chunk

__all__ = [
    "agent_of",
    "antecedent",
    "behind",
    "chain_head",
    "is_comma",
    "members",
    "objects_of",
    "subjects_of",
]

Chunks = Sequence[Chunk]
_INSIDE = words("inside")
_STATES = words("states")
"""Verbs that a word of harm completes: "remained missing", "were feared dead"."""


def _is(chunks: Chunks, at: int, *kinds: str) -> bool:
    return 0 <= at < len(chunks) and chunks[at].kind in kinds


def is_comma(chunks: Chunks, at: int) -> bool:
    """Tell whether the chunk at `at` is a comma."""
    return _is(chunks, at, "sign") and chunks[at].low == ","


def _dash(chunks: Chunks, at: int) -> bool:
    return _is(chunks, at, "sign") and chunks[at].low in {"-", "–", "—"}


def chain_head(chunks: Chunks, at: int) -> int:
    """Go from the last noun phrase of "a force of fighters from Idlib" to the first.

    The chain ends at a counted phrase: in "the figure of 14 rebels" the rebels are meant.
    """
    while (
        at >= 2
        and _is(chunks, at - 1, "prep")
        and chunks[at - 1].low not in {"including", "according", "after", "during"}
    ):
        if _is(chunks, at - 2, "date") and _is(chunks, at - 3, "prep") and _is(chunks, at - 4, "np"):
            at -= 4
        elif _is(chunks, at - 2, "np", "pron") and not (
            chunks[at].figure is not None and chunks[at - 2].noun is None
        ):
            at -= 2
        else:
            break
    while at >= 1 and _is(chunks, at - 1, "np") and chunks[at - 1].owner:
        at -= 1
    return at


def members(chunks: Chunks, at: int) -> list[int]:
    """Give the noun phrases of the list that ends at `at`: "two Omani, four Saudi and nine rebel fighters"."""
    found = [chain_head(chunks, at)]
    while True:
        before = found[0] - 1
        serial = False
        if _is(chunks, before, "conj"):
            before -= 1
            serial = is_comma(chunks, before)
            before -= serial
        elif is_comma(chunks, before) and len(found) > 1:
            before -= 1
        else:
            return found
        if not _is(chunks, before, "np"):
            return found
        head = chain_head(chunks, before)
        if _is_object(chunks, head) or _is(chunks, head - 1, "prep", "to"):
            return found
        if serial and not is_comma(chunks, head - 1) and chunks[head].figure is None:
            return found  # ", and" before a new clause
        found.insert(0, head)


def _is_object(chunks: Chunks, head: int) -> bool:
    """Tell whether the noun phrase at `head` is the object of a verb before it."""
    before = head - 1
    return (
        _is(chunks, before, "vp")
        and not chunks[before].passive
        and not chunks[before].copula
        and not chunks[before].reports
    )


def antecedent(chunks: Chunks, at: int) -> int | None:
    """Give the noun phrase that the relative word at `at` stands for."""
    before = at - 1
    before -= _is(chunks, before, "prep")
    before -= is_comma(chunks, before)
    return before if _is(chunks, before, "np") else None


def _over_insertion(chunks: Chunks, comma: int) -> int | None:
    """Give the position before an insertion that closes with the comma at `comma`.

    A counted phrase between commas is no insertion but the last member of a list.
    """
    at = comma - 1
    while at >= 0 and not (chunks[at].kind == "sign" and chunks[at].low in {",", ";", ":", "-"}):
        at -= 1
    if at <= 0 or chunks[at].low != ",":
        return None
    opener = chunks[at + 1]
    if opener.kind == "np" and (
        opener.figure is not None or any(c.kind == "conj" for c in chunks[at + 1 : comma])
    ):
        return None
    inserted = opener.kind in {"sub", "np", "prep", "date", "adv", "but"} or (
        opener.kind == "vp" and (opener.gerund or opener.bare)
    )
    return at - 1 if inserted else None


def subjects_of(chunks: Chunks, verb: int) -> list[int]:
    """Give the subjects of the verb group at `verb`: noun phrases or one pronoun; [] if none is found."""
    return [_owned(chunks, at) for at in _subjects(chunks, verb)]


def _subjects(chunks: Chunks, verb: int) -> list[int]:
    at = verb - 1
    for _ in range(14):
        if at < 0:
            return []
        chunk = chunks[at]
        if chunk.kind in {"np", "pron"}:
            return _nominal(chunks, at)
        if chunk.kind in {"adv", "date"} or (chunk.kind == "prep" and _is(chunks, at + 1, "date")):
            at -= 1
        elif chunk.kind == "sub":
            return _relative_subject(chunks, at)
        elif chunk.kind in {"conj", "but"}:
            at -= 1
            return _shared_subject(chunks, at - is_comma(chunks, at), bool(chunks[verb].reports))
        elif is_comma(chunks, at) and chunks[verb].gerund:
            return _shared_subject(chunks, at - 1, bool(chunks[verb].reports))
        elif _dash(chunks, at):
            at = next((k - 1 for k in range(at - 1, 0, -1) if _dash(chunks, k)), -1)
        elif is_comma(chunks, at):
            over = _over_insertion(chunks, at)
            if (
                over is None
                and not chunks[verb].bare
                and _is(chunks, at - 1, "np")
                and chunks[at - 1].figure is not None
            ):
                return members(chunks, at - 1)
            if over is None:
                return _shared_subject(chunks, at - 1, bool(chunks[verb].reports))
            at = over
        elif chunk.kind == "vp" and chunks[verb].infinitive:
            return _subjects(chunks, at)
        elif chunk.kind == "vp" and (chunk.copula or chunk.reports or chunk.low in _STATES):
            at -= 1
        else:
            return []
    return []


def _nominal(chunks: Chunks, at: int) -> list[int]:
    """Take the noun phrase at `at` as subject: its chain, its list, or what it is a part of."""
    if chunks[at].kind == "pron":
        chained = _is(chunks, at - 1, "prep") and chunks[at - 1].low == "of" and _is(chunks, at - 2, "np")
        return [at - 2] if chained else [at]
    found = members(chunks, at)
    before = found[0] - 1
    if _is(chunks, before, "conj") and _is(chunks, before - 1, "np"):
        return [*_over_including(chunks, chain_head(chunks, before - 1) - 1), *found]
    if (
        _is(chunks, before, "prep")
        and _is(chunks, before - 1, "vp")
        and chunks[before - 1].bare
        and _is(chunks, before - 2, "np")
    ):
        return members(chunks, before - 2)  # "soldiers trapped in the base were killed"
    return _over_including(chunks, before) or found


def _over_including(chunks: Chunks, at: int) -> list[int]:
    """Give the total before "including" at `at`: "seven soldiers, including two officers, were killed"."""
    if not (_is(chunks, at, "prep") and chunks[at].low in {"including", "alongside", "excluding"}):
        return []
    at -= 1
    at -= is_comma(chunks, at)
    return members(chunks, at) if _is(chunks, at, "np") else []


def _relative_subject(chunks: Chunks, at: int) -> list[int]:
    if chunks[at].low in {"whom", "which"} and _is(chunks, at - 1, "prep") and _is(chunks, at - 2, "np"):
        return [at - 2]
    if chunks[at].low not in {"who", "which", "that", "whom"}:
        return []
    found = antecedent(chunks, at)
    return members(chunks, found) if found is not None else []


def _shared_subject(chunks: Chunks, at: int, reporting: bool = False) -> list[int]:
    """Find the subject of the verb group that a coordinated one leans on.

    A verb of saying leans on a verb of saying: "the army said three had died, and added that …".
    """
    verbs = []
    while at >= 0 and not (chunks[at].kind == "sign" and chunks[at].low in {";", ":", "."}):
        if chunks[at].kind == "vp" and not chunks[at].gerund:
            verbs.append(at)
        at -= 1
    saying = [verb for verb in verbs if chunks[verb].reports]
    chosen = saying[:1] if reporting and saying else verbs[:1]
    return _subjects(chunks, chosen[0]) if chosen else []


def objects_of(chunks: Chunks, verb: int) -> list[int]:
    """Give the objects of the active verb group at `verb`, a list of noun phrases included."""
    at = verb + 1
    while _is(chunks, at, "adv"):
        at += 1
    if _is(chunks, at, "pron"):
        return [at]
    if not _is(chunks, at, "np"):
        return []
    at = _owned(chunks, at)
    found = [at]
    while True:
        step = _next_member(chunks, behind(chunks, at))
        if step is None:
            return found
        at = step
        found.append(at)


def _owned(chunks: Chunks, at: int) -> int:
    """Go from "the town's" to "mayor"."""
    while chunks[at].owner and _is(chunks, at + 1, "np"):
        at += 1
    return at


def behind(chunks: Chunks, at: int) -> int:
    """Give the position behind "the brigade in Homs" that begins at `at`."""
    at += 1
    while _is(chunks, at, "prep") and chunks[at].low in _INSIDE and _is(chunks, at + 1, "np", "date"):
        at = _owned(chunks, at + 1) + 1
    return at


def _next_member(chunks: Chunks, at: int) -> int | None:
    """Give the next noun phrase of a list, unless it is the subject of a new clause."""
    comma = is_comma(chunks, at)
    at += comma
    conj = _is(chunks, at, "conj")
    at += conj
    if not (comma or conj):
        return None
    while _is(chunks, at, "adv"):
        at += 1
    if not _is(chunks, at, "np") or (chunks[at].figure is None and not conj):
        return None
    at = _owned(chunks, at)
    then = behind(chunks, at)
    if _is(chunks, then, "vp") and not chunks[then].gerund and not chunks[then].infinitive:
        return None
    return at


def agent_of(chunks: Chunks, verb: int) -> int | None:
    """Give the noun phrase behind "by" after a passive verb group, if it names a doer."""
    for at in range(verb + 1, min(verb + 8, len(chunks) - 1)):
        if _is(chunks, at, "prep") and chunks[at].low == "by" and _is(chunks, at + 1, "np"):
            return at + 1
        if chunks[at].kind in {"vp", "sub", "but"} or (chunks[at].kind == "sign" and chunks[at].low != ","):
            return None
    return None
