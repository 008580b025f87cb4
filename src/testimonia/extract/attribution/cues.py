"""Cues: the words that say who says, and the stretch of the sentence that they govern.

    forward    the ministry stated that there were no losses, but that two drivers were killed
    forward    rebels claimed to have shot down a jet · the council put its losses at three
    initial    according to SOHR, 16 soldiers were killed
    backward   16 soldiers were killed, according to a local official · … 24 hours, a group said
    voiceless  it was reported that 20 had died · 20 were reported killed

A verb that reports something else ("claimed responsibility") is no cue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from testimonia.extract.attribution.content import tells_content, tells_else
from testimonia.extract.attribution.reach import (
    CONTRASTS,
    backward_start,
    clause_ends,
    clause_start,
    forward_end,
)
from testimonia.extract.prose.chunk import NOTHING, Row
from testimonia.extract.prose.clauses import behind, chain_head, owned
from testimonia.extract.prose.lexemes import Report, bare_reports
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import rows, word_set
from testimonia.model import Stance

__all__ = ["Cue", "find_cues"]

CueKind = Literal["forward", "initial", "backward", "voiceless"]


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One place where somebody is said to say something."""

    at: int
    """Position of its verb or preposition in the row."""
    speakers: tuple[int, ...]
    """Positions of the speaking noun phrases or pronoun; () if nobody is named."""
    stance: Stance
    first: int
    """Tokens that it governs: first and one past the last."""
    last: int
    kind: CueKind


_COMMANDS = word_set("grammar", "commands")
_FOREIGN = word_set("grammar", "per_units")
"""Words behind a "per" that names no source: "Milizia per la Roe", "per day"."""
_SHOWING = word_set("grammar", "showing")
_SHOWN = word_set("grammar", "shown")
_HEARD = word_set("grammar", "heard")
_STANCES: dict[str, Stance] = {
    "estimated": "estimated",
    "confirmed": "confirmed",
    "denied": "denied",
    "reported": "reported",
}


@cache
def _written() -> frozenset[str]:
    """Give what says how many: papers and sources, as against pictures and broadcasts."""
    seen = {"broadcast", "social media", "interview"}
    papers = (row["form"].lower() for row in rows("saying_nouns") if row["medium_kind"] not in seen)
    return frozenset(papers) - _SHOWN


def find_cues(scene: Scene) -> list[Cue]:
    """Find all cues of a scene, in text order."""
    row = scene.chunks
    cues: list[Cue | None] = []
    for at, chunk in enumerate(row):
        if chunk.reports and not chunk.modal:
            shows = chunk.low in _SHOWING and not chunk.passive
            cues.append(_showing(row, at) if shows else _verb_cue(scene, at))
        elif chunk.kind == "prep" and chunk.low in {"according", "per"}:
            cues.append(_according(scene, at))
    return [cue for cue in cues if cue is not None]


def _verb_cue(scene: Scene, at: int) -> Cue | None:
    row, verb = scene.chunks, scene.chunks[at]
    report = next((one for one in verb.reports if one.frame != "none"), None) or _with_clause(scene, at)
    if report is None or tells_else(row, at) or _shown_by_somebody(scene, at, report):
        return None
    if verb.passive:
        return _heard(row, at, report)
    stance: Stance = "denied" if verb.negated else _STANCES.get(report.stance, "claimed")
    inverted = _speaker_behind(row, at)
    if inverted is not None:
        return Cue(at, (inverted,), stance, 0, verb.first, "backward")
    speakers = tuple(_subjects(row, at))
    if clause_ends(row, at + 1):
        closes = verb.bare and bool(speakers) and row.comma(min(speakers) - 1)
        return Cue(at, speakers, stance, 0, row[min(speakers)].first, "backward") if closes else None
    if (not speakers and not verb.gerund) or not tells_content(row, at, report):
        return None
    ahead = bool(speakers) and min(speakers) > at  # "fearing an attack, the garrison …"
    last = row[min(speakers)].first if ahead else forward_end(row, at)
    return Cue(at, speakers, stance, verb.last, last, "forward")


def _shown_by_somebody(scene: Scene, at: int, report: Report) -> bool:
    """Tell "the crew showed" and "the video showed", which say nothing themselves, from "records show"."""
    if report.lemma != "show" or scene.chunks[at].passive:
        return False
    return all(scene.chunks[place].low not in _written() for place in _subjects(scene.chunks, at))


def _subjects(row: Row, at: int) -> list[int]:
    """Give who speaks; in "issued a note condemning the raid saying" who issued it, not the raid."""
    saying = _said_before(row, at) if row[at].gerund and row.comma(at - 1) else None
    if saying is not None:
        return subjects_of(row, saying)
    found = subjects_of(row, at)
    while row[at].gerund and found and _is_object(row, found[0]):
        at = found[0] - 1
        found = subjects_of(row, at)
    if row[at].infinitive and found and row.near(found[0] - 1).low == "by":
        return []  # "induced by the crown to believe": nobody who is named believes it
    before = row.near(found[0] - 1) if found else NOTHING
    if before.kind == "vp" and before.gerund and row.near(found[0] - 2).kind == "prep":
        return []  # "the units for opposing the offensive list": not the offensive
    return [chain_head(row, place) for place in found] if row.near(at - 1).low == "which" else found


def _said_before(row: Row, at: int) -> int | None:
    """Read "Roe complained that his best men had left, saying …": who complained says it."""
    for step in range(at - 1, -1, -1):
        chunk = row[step]
        if chunk.low == ";" or chunk.kind == "but" or chunk.low in CONTRASTS:
            return None
        finite = chunk.kind == "vp" and not (chunk.gerund or chunk.infinitive or chunk.passive)
        if finite and any(report.frame != "none" for report in chunk.reports):
            return step if row.near(step + 1).low == "that" else None
    return None


def _is_object(row: Row, at: int) -> bool:
    verb = row.near(at - 1)
    return verb.kind == "vp" and not (verb.passive or verb.copula)


def _showing(row: Row, at: int) -> Cue | None:
    """Read "posted online a video showing two tanks": whoever shows it says it."""
    shown = next((step for step in range(at + 1, min(at + 4, len(row))) if row[step].low in _SHOWN), None)
    speakers = tuple(subjects_of(row, at))
    if shown is None or not speakers:
        return None
    return Cue(at, speakers, "claimed", row[shown].last, forward_end(row, at), "forward")


def _with_clause(scene: Scene, at: int) -> Report | None:
    """Tell "claimed the attack killed six" (a report) from "claimed the attack" (responsibility)."""
    row = scene.chunks
    if row.near(at + 1).kind != "np" or row.near(at + 2).kind != "vp" or row[at + 2].gerund:
        return None
    senses = bare_reports(scene.sentence.tokens[row[at].verb].low)
    return next((report for report in senses if report.frame != "none"), None)


def _speaker_behind(row: Row, at: int) -> int | None:
    """Read "… had died, said the governor.": the speaker stands behind the verb."""
    verb = row[at]
    if not row.comma(at - 1) or not verb.bare or verb.gerund or row.near(at + 1).kind != "np":
        return None
    then = behind(row, owned(row, at + 1))
    described = row.near(then).kind == "sub" and row[then].low in {"which", "who"}
    return at + 1 if described or clause_ends(row, then) else None


def _heard(row: Row, at: int, report: Report) -> Cue:
    """Read "it was reported that", "20 were reported killed", "was confirmed by the ministry"."""
    verb, end = row[at], forward_end(row, at)
    if verb.low == "quoted":
        return Cue(at, tuple(subjects_of(row, at)), "claimed", verb.last, end, "forward")
    first = clause_start(row, at) if verb.low in _HEARD else verb.last
    stance = _STANCES.get(report.stance, "claimed")
    doer = doer_behind(row, at)
    if doer is not None:
        return Cue(at, (doer,), stance, first, end, "forward")
    return Cue(
        at, (), stance if stance in {"estimated", "confirmed"} else "reported", first, end, "voiceless"
    )


def _according(scene: Scene, at: int) -> Cue | None:
    """Read "according to SOHR and local activists", before or behind what they say."""
    row = scene.chunks
    start = at + 1 + (row.near(at + 1).kind == "to")
    if row.near(start).kind not in {"np", "pron"} or _is_no_source(scene, at, start):
        return None
    speakers = tuple(_listed(row, start))
    then = _behind_speaker(row, speakers[-1])
    if not any(chunk.kind in {"np", "vp", "pron"} for chunk in row[:at]):
        first = row[then].first if then < len(row) else row[-1].last
        return Cue(at, speakers, "claimed", first, forward_end(row, then), "initial")
    inserted = row.comma(then) and row.comma(at - 1)
    last = forward_end(row, then) if inserted else row[at].first
    return Cue(at, speakers, "claimed", backward_start(row, at), last, "backward")


def _is_no_source(scene: Scene, at: int, start: int) -> bool:
    """Tell "according to Orr's 9 May order", "Milizia per la Roe" from sources."""
    row = scene.chunks
    told = owned(row, start)
    told += 2 if row[told].owner and row.near(told + 1).kind == "date" else 0
    foreign = row[at].low == "per" and scene.sentence.tokens[row[start].first].low in _FOREIGN
    return foreign or row.near(told).low in _COMMANDS


def _listed(row: Row, at: int) -> Iterator[int]:
    """Go over "SOHR and local activists" from its first noun phrase."""
    while True:
        yield at
        at = _behind_speaker(row, at)
        after = row.near(_behind_speaker(row, at + 1))
        new_clause = after.kind == "vp" and not after.gerund
        if row.near(at).kind != "conj" or row.near(at + 1).kind != "np" or new_clause:
            return
        at += 1


def _behind_speaker(row: Row, at: int) -> int:
    """Give the position behind a speaker with what belongs to it: "an official of the town by phone"."""
    at = behind(row, at)
    return behind(row, at + 1) if row.near(at - 1).owner and row.near(at).kind == "np" else at
