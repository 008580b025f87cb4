"""Numbers without a noun that count machines: those told of before, or what is shot down or sunk.

example          burned one tank and captured another · Roes lost 90 tanks and Dows lost 40 · 34 shot down
counter-example  two men were killed and 40 were captured
"""

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lexemes import Trigger
from testimonia.lexicon import word_set

__all__ = ["counts_again", "counts_machines", "lost_alike", "machines_before"]

_TOLLS = frozenset({"losses", "casualties", "victories", "kills"})
_SINKS = word_set("grammar", "sinks")
_SUNK = _SINKS | {"shoot down"}
"""What befalls nothing but machines."""
_WHEN = frozenset({"after", "before", "until", "when"})
_FEW = 10
_TIMES = 3
"""How many times as many machines may be captured as were sunk."""
_OTHERS = frozenset({"other", "others", "more"})


def counts_again(row: Row, harmed: Chunk) -> bool:
    """Read "burned one tank and captured another", "six others were captured": machines just told of."""
    counted = harmed.figure.quantity.verbatim.lower() if harmed.figure is not None else ""
    before = [chunk for chunk in row[: row.place(harmed)] if chunk.kind in {"np", "pron"}]
    more = "another" in counted or not _OTHERS.isdisjoint((harmed.low, *counted.split()))
    while len(before) > 1 and before[-1].elided:
        before.pop()  # "six tanks were burned, two damaged and one captured"
    machines = bool(before) and (before[-1].of_kind("materiel") or (more and _flown_before(row, harmed)))
    # "sank two tugs and captured one", "the tanks withdrew after one was hit"
    more = more or (bool(before) and _is_of_their_size(before[-1], harmed))
    more = more or row.near(row.place(harmed) - 1).low in _WHEN
    return more and machines


def _is_of_their_size(before: Chunk, harmed: Chunk) -> bool:
    """Tell "12 galleys were sunk and 30 captured" from "… and 3,000 captured", and from "sank galleys"."""
    told = before.figure.quantity.high if before.figure is not None else None
    then = harmed.figure.quantity.high if harmed.figure is not None else None
    return told is not None and then is not None and then <= max(_FEW, _TIMES * told)


def _flown_before(row: Row, harmed: Chunk) -> bool:
    """Read "one Roe was shot down and another damaged": the last thing told of was sunk or shot down."""
    verbs = [chunk for chunk in row[: row.place(harmed)] if chunk.kind == "vp"]
    return bool(verbs) and any(trigger.lemma in _SUNK for trigger in verbs[-1].triggers)


def machines_before(row: Row, harmed: Chunk) -> Chunk | None:
    """Give the machines that "another six" stand for: the last ones named before."""
    before = [chunk for chunk in row if chunk.last <= harmed.first and chunk.of_kind("materiel")]
    return before[-1] if before else None


def lost_alike(row: Row, harmed: Chunk) -> bool:
    """Read "Roes lost 90 tanks and Dows lost 40", "of 90 tanks, 40 were lost": machines both times."""
    before = [at for at, chunk in enumerate(row) if chunk.last <= harmed.first]
    counts = [at for at in before if row[at].figure is not None and not row[at].elided]
    if not counts or not all(row[at].of_kind("materiel") for at in counts):
        return False
    return row.near(counts[0] - 1).low == "of" or any(_is_lost(chunk) for chunk in row[: counts[0]])


def _is_lost(chunk: Chunk) -> bool:
    verb = any(trigger.materiel and trigger.lemma == "lose" for trigger in chunk.triggers)
    return verb or (chunk.harm is not None and chunk.harm.lemma == "loss")


def counts_machines(row: Row, harmed: Chunk, senses: list[Trigger]) -> bool:
    """Tell whether a bare number counts machines: those named before, or what is shot down or sunk."""
    flown = any(sense.lemma in _SUNK for sense in senses) or _flown_before(row, harmed)
    return flown or machines_before(row, harmed) is not None or _of_machines(row)


def _of_machines(row: Row) -> bool:
    """Tell "he claimed 18 damaged", "losing six destroyed" from what may be houses."""
    return any(
        chunk.low in _TOLLS
        or any(report.lemma == "claim" for report in chunk.reports)
        or (row.near(at + 1).elided and any(trigger.lemma == "lose" for trigger in chunk.triggers))
        for at, chunk in enumerate(row)
    ) or _only_counts(row)


def _only_counts(row: Row) -> bool:
    """Tell a line of a list that holds nothing but "34 destroyed, 29 damaged"."""
    counts = [chunk for chunk in row if chunk.kind == "np"]
    rest = [chunk for chunk in row if chunk.kind not in {"np", "sign", "conj"}]
    fates = all(chunk.bare and chunk.triggers and chunk.triggers[0].materiel for chunk in rest)
    return fates and len(rest) == len(counts) > 1 and all(chunk.elided for chunk in counts)
