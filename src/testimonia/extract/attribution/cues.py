"""Cues: the words that say who says, and the stretch of the sentence that they govern.

    forward    the ministry stated that there were no losses, but that two drivers were killed
    forward    rebels claimed to have shot down a jet · X put its losses at three
    initial    according to SOHR, 16 soldiers were killed
    backward   16 soldiers were killed, according to a local official · … 24 hours, a group said
    voiceless  it was reported that 20 had died · were reportedly taken prisoner

The innermost cue governs; a forward scope ends at "although", at a semicolon, and at a "but" that no
second "that" follows; "while" leaves it open, for what it adds is mostly the same sayer's. A verb that reports something else ("claimed responsibility") is no cue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.extract.grammar import words
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import agent_of, behind, chain_head, is_comma, subjects_of
from testimonia.extract.prose.lexemes import Report, bare_reports
from testimonia.extract.prose.scene import Scene
from testimonia.model import Stance

__all__ = ["Cue", "find_cues"]


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One place where somebody is said to say something."""

    at: int
    """Position of its verb or preposition in the stream."""
    speakers: tuple[int, ...]
    """Positions of the speaking noun phrases or pronoun; () if nobody is named."""
    stance: Stance
    first: int
    """Tokens that it governs: first and one past the last."""
    last: int
    kind: str
    """forward, initial, backward, voiceless, bracket."""


_NO_REPORT = words("no_report")
_STANCES: dict[str, Stance] = {
    "claimed": "claimed",
    "estimated": "estimated",
    "confirmed": "confirmed",
    "denied": "denied",
    "reported": "reported",
}


def find_cues(scene: Scene) -> list[Cue]:
    """Find all cues of a scene, in text order."""
    cues: list[Cue] = []
    for at, chunk in enumerate(scene.chunks):
        cue = None
        if chunk.kind == "vp" and chunk.reports and not chunk.modal:
            cue = _verb_cue(scene, at)
        elif chunk.kind == "prep" and chunk.low in {"according", "per"}:
            cue = _according(scene, at)
        if cue is not None:
            cues.append(cue)
    return cues


def _report_of(chunk: Chunk) -> Report | None:
    for report in chunk.reports:
        if report.frame != "none":
            return report
    return None


def _with_clause(scene: Scene, at: int) -> Report | None:
    """Tell "claimed the attack killed six" (a report) from "claimed the attack" (responsibility)."""
    chunks = scene.chunks
    follows = [chunk.kind for chunk in chunks[at + 1 : at + 3]]
    if follows != ["np", "vp"] or chunks[at + 2].gerund:
        return None
    found = bare_reports(scene.sentence.tokens[chunks[at].verb].low)
    return next((report for report in found if report.frame != "none"), None)


def _verb_cue(scene: Scene, at: int) -> Cue | None:
    chunks, verb = scene.chunks, scene.chunks[at]
    report = _report_of(verb) or _with_clause(scene, at)
    if report is None or _of_something_else(chunks, at):
        return None
    stance = _STANCES.get(report.stance, "claimed")
    if verb.negated:
        stance = "denied"
    if verb.passive:
        return _passive_cue(scene, at, report)
    inverted = _inverted(chunks, at)
    if inverted is not None:
        return Cue(at, (inverted,), stance, 0, verb.first, "backward")
    speakers = subjects_of(chunks, at)
    if _clause_ends(chunks, at + 1):
        if verb.bare and speakers and _closes(chunks, at, speakers):
            return Cue(at, tuple(speakers), stance, 0, chunks[min(speakers)].first, "backward")
        return None
    if not speakers and not verb.gerund:
        return None
    return Cue(at, tuple(speakers), stance, verb.last, _scope_end(scene, at), "forward")


def _inverted(chunks: Sequence[Chunk], at: int) -> int | None:
    """Read "… had died, said the governor.": the speaker stands behind the verb."""
    if not (at and is_comma(chunks, at - 1) and chunks[at].bare and not chunks[at].gerund):
        return None
    if at + 1 < len(chunks) and chunks[at + 1].kind == "np" and _clause_ends(chunks, behind(chunks, at + 1)):
        return at + 1
    return None


def _passive_cue(scene: Scene, at: int, report: Report) -> Cue | None:
    """Read "it was reported that", "20 were reported killed", "was confirmed by the ministry"."""
    chunks, verb = scene.chunks, scene.chunks[at]
    if verb.low == "quoted":
        return Cue(at, tuple(subjects_of(chunks, at)), "claimed", verb.last, _scope_end(scene, at), "forward")
    agent = agent_of(chunks, at)
    first = (
        0
        if verb.low
        in {
            "reported",
            "believed",
            "said",
            "estimated",
            "feared",
            "thought",
            "presumed",
            "claimed",
            "alleged",
        }
        else verb.last
    )
    stance: Stance = (
        "estimated"
        if report.stance == "estimated"
        else "reported"
        if agent is None
        else _STANCES.get(report.stance, "claimed")
    )
    if report.stance == "confirmed":
        stance = "confirmed"
    start = _clause_start(chunks, at) if first == 0 else first
    return Cue(
        at,
        (agent,) if agent is not None else (),
        stance,
        start,
        _scope_end(scene, at),
        "voiceless" if agent is None else "forward",
    )


def _of_something_else(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell "claimed responsibility", "reported victory" from the report of a figure."""
    for step in range(at + 1, min(at + 3, len(chunks))):
        if chunks[step].kind == "np":
            return chunks[step].low in _NO_REPORT and chunks[step].figure is None
    return False


def _clause_ends(chunks: Sequence[Chunk], at: int) -> bool:
    while (
        (at < len(chunks)
        and chunks[at].kind in {"adv", "date"})
        or (at + 1 < len(chunks) and chunks[at].kind == "prep" and chunks[at + 1].kind == "date")
    ):
        at += 1
    return at >= len(chunks) or (chunks[at].kind == "sign" and chunks[at].low in {".", "!", "?", ";"})


def _closes(chunks: Sequence[Chunk], at: int, speakers: Sequence[int]) -> bool:
    """Tell ", a monitoring group said." from "the group said."."""
    before = min(speakers) - 1
    return before > 0 and chunks[before].kind == "sign" and chunks[before].low == ","


def _clause_start(chunks: Sequence[Chunk], at: int) -> int:
    while (
        at > 0
        and not (chunks[at - 1].kind == "sign" and chunks[at - 1].low in {";", ":"})
        and chunks[at - 1].low not in {"while", "but"}
    ):
        at -= 1
    return chunks[at].first


def _scope_end(scene: Scene, at: int) -> int:
    """Give one past the last token that a forward cue at `at` governs."""
    chunks = scene.chunks
    for step in range(at + 1, len(chunks)):
        chunk = chunks[step]
        follows = chunks[step + 1].low if step + 1 < len(chunks) else ""
        if chunk.kind == "sub" and chunk.low in {"although", "though"} and step > at + 2:
            return chunk.first
        if chunk.kind == "but" and follows != "that":
            return chunk.first
        if chunk.kind == "sign" and chunk.low == ";" and follows != "that":
            return chunk.first
    return chunks[-1].last


def _according(scene: Scene, at: int) -> Cue | None:
    chunks = scene.chunks
    start = at + 2 if at + 1 < len(chunks) and chunks[at + 1].kind == "to" else at + 1
    if start >= len(chunks) or chunks[start].kind not in {"np", "pron"}:
        return None
    speakers = list(_list_from(chunks, start))
    behind = _behind(chunks, speakers[-1])
    if at == 0 or all(
        chunk.kind in {"adv", "date", "prep", "sign", "conj", "but", "sub"} for chunk in chunks[:at]
    ):
        return Cue(
            at,
            tuple(speakers),
            "claimed",
            chunks[behind].first if behind < len(chunks) else chunks[-1].last,
            _scope_end(scene, behind),
            "initial",
        )
    if behind < len(chunks) and chunks[behind].low == "," and chunks[at - 1].low == ",":
        return Cue(
            at, tuple(speakers), "claimed", _backward_start(chunks, at), _scope_end(scene, behind), "backward"
        )
    return Cue(at, tuple(speakers), "claimed", _backward_start(chunks, at), chunks[at].first, "backward")


def _list_from(chunks: Sequence[Chunk], at: int) -> Iterator[int]:
    """Go over "SOHR and local activists" from its first noun phrase."""
    yield at
    while True:
        at = _behind(chunks, at)
        if (
            at + 1 < len(chunks)
            and chunks[at].kind == "conj"
            and chunks[at + 1].kind == "np"
            and not _begins_clause(chunks, at + 1)
        ):
            at += 1
            yield at
        else:
            return


def _begins_clause(chunks: Sequence[Chunk], at: int) -> bool:
    behind = _behind(chunks, at)
    return behind < len(chunks) and chunks[behind].kind == "vp" and not chunks[behind].gerund


def _behind(chunks: Sequence[Chunk], at: int) -> int:
    at += 1
    while True:
        if at < len(chunks) and chunks[at].kind == "np" and chunks[at - 1].owner:
            at += 1
        elif (
            at + 1 < len(chunks)
            and chunks[at].kind == "prep"
            and chunks[at].low in {"of", "for", "from", "in", "at", "by"}
            and chunks[at + 1].kind in {"np", "date"}
        ):
            at += 2
        else:
            return at


def _backward_start(chunks: Sequence[Chunk], at: int) -> int:
    """Give the first token that a cue behind its clause governs: back to a contrast or semicolon."""
    for step in range(at - 1, -1, -1):
        chunk = chunks[step]
        if (
            (chunk.kind == "sub" and chunk.low in {"while", "whereas", "although"})
            or chunk.kind == "but"
            or chunk.low == ";"
        ):
            return chunk.last
    return 0


def chain_words(scene: Scene, at: int) -> tuple[int, int]:
    """Give the tokens of a speaker: its noun phrase with what belongs to it ("the leader of the MSA")."""
    chunks = scene.chunks
    head = chain_head(chunks, at) if chunks[at].kind == "np" else at
    last = at
    while (
        last + 2 < len(chunks)
        and chunks[last + 1].kind == "prep"
        and chunks[last + 1].low in {"of", "for"}
        and chunks[last + 2].kind == "np"
    ):
        last += 2
    while chunks[last].owner and last + 1 < len(chunks) and chunks[last + 1].kind == "np":
        last += 1
    first = chunks[min(head, at)].first
    return first, chunks[last].last
