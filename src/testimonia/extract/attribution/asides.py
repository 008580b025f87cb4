"""Sayings that stand aside of what they say: behind it, or between commas within it.

example          20 had died, said Orr, the mayor. · 20 had died, Orr told reporters on Monday.
example          20 men, Orr writes, were killed at the ford · 20 had died, as the ministry announced
                 As noted by Orr, 20 men were killed. · 20 had died, as recorded in the annals.
counter-example  the town fell, as Orr had feared, and 20 died · 40 had died, not 20, as Orr claimed
"""

from testimonia.extract.attribution.content import behind_told
from testimonia.extract.attribution.cue import Cue
from testimonia.extract.attribution.reach import backward_start, clause_ends, forward_end
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import behind, owned
from testimonia.extract.prose.lexemes import Report
from testimonia.extract.prose.scene import Scene
from testimonia.model import Stance

__all__ = ["as_told", "inverted", "nothing_told", "said_aside"]

_ARTICLES = frozenset({"the", "a", "an"})
_MEANT = frozenset({"believed", "believes", "thought", "feared", "suspected", "reasoned", "supposed"})
"""What is no saying behind "as"."""


def said_aside(row: Row, at: int, speakers: tuple[int, ...], report: Report, stance: Stance) -> Cue | None:
    """Read "20 had died, Orr said.", "20 men, Orr writes, fell", "20 had died, as Orr announced."."""
    ends = clause_ends(row, behind_told(row, at, report))
    if not (ends or row.comma(at + 1)) or not speakers or not row[at].bare:
        return None
    opens = min(speakers) - 1
    like = row.near(opens).low == "as"
    opens -= like
    if not row.comma(opens) or (like and (row[at].low in _MEANT or _rather(row, opens))):
        return None
    if ends:
        return Cue(at, speakers, stance, 0, row[opens + 1 + like].first, "backward")
    if max(speakers) != at - 1:
        return None  # "Orr, the mayor, said, …"
    return Cue(at, speakers, stance, backward_start(row, opens), forward_end(row, at), "backward")


def as_told(scene: Scene, at: int, stance: Stance) -> Cue | None:
    """Read "As noted by Orr, 20 had died.", "20 had died, as recorded in the annals."."""
    row, teller = scene.chunks, scene.chunks.near(at + 2)
    link = row.near(at + 1).low
    if row.near(at - 1).low != "as" or not row[at].bare or link not in {"by", "in"}:
        return None
    if teller.kind != "np" or teller.figure is not None or teller.harm is not None:
        return None
    then = behind(row, owned(row, at + 2))
    then += row.near(then - 1).owner
    if at == 1:
        first = row[then].last if row.comma(then) else 0
        return Cue(at, (at + 2,), stance, first, forward_end(row, then), "initial") if first else None
    if not row.comma(at - 2) or _rather(row, at - 2) or not (row.comma(then) or clause_ends(row, then)):
        return None
    return Cue(at, (at + 2,), stance, backward_start(row, at - 2), row[at - 2].first, "backward")


def nothing_told(row: Row, at: int, speakers: tuple[int, ...], report: Report) -> bool:
    """Tell whether a verb of saying has nothing behind it: at the end, or in ", as Orr had feared,"."""
    if clause_ends(row, behind_told(row, at, report)):
        return True
    opens = min(speakers, default=0) - 1
    return row.comma(at + 1) and row.near(opens).low == "as" and opens > 0


def _rather(row: Row, opens: int) -> bool:
    """Read "40 had died, not 20, as Orr claimed": Orr has the other figure."""
    return any(chunk.low == "not" or chunk.negated for chunk in row[:opens])


def inverted(scene: Scene, at: int, stance: Stance) -> Cue | None:
    """Read "… had died, said the governor.": the speaker stands behind the verb."""
    row, verb = scene.chunks, scene.chunks[at]
    if not row.comma(at - 1) or not verb.bare or verb.gerund or not _can_follow(row, at + 1):
        return None
    then = behind(row, owned(row, at + 1))
    relative = row.near(then + row.comma(then))
    described = relative.kind == "sub" and relative.low in {"which", "who"}
    described = described or (row.comma(then) and _is_apposed(row, then + 1))
    again = _speaks_again(scene, at + 1)
    if not (described or again or clause_ends(row, then)):
        return None
    return Cue(at, (at + 1,), stance, 0, row[-1].last if again else verb.first, "backward")


def _can_follow(row: Row, at: int) -> bool:
    """Tell who speaks from the losses of "Orr, quoting Roe, puts the losses at 40."."""
    teller = row.near(at)
    return teller.kind == "np" and teller.harm is None and not teller.elided


def _is_apposed(row: Row, at: int) -> bool:
    """Read "…, said Ian Orr, the mayor of Roe.", "…, said the mayor, Ian Orr."."""
    beside = row.near(at)
    told = beside.kind == "np" and beside.figure is None and beside.harm is None
    apposed = told and (beside.det in _ARTICLES or beside.name or beside.of_kind("people"))
    return apposed and clause_ends(row, behind(row, owned(row, at)))


def _speaks_again(scene: Scene, at: int) -> bool:
    """Read "Our men," wrote Orr, "killed ten": the speech goes on behind who speaks."""
    row, tokens = scene.chunks, scene.sentence.tokens
    then = behind(row, owned(row, at))
    opens = row[then].last if row.comma(then) else len(tokens)
    return opens < len(tokens) and tokens[opens].text in {'"', "“"}
