"""Sources behind "according to" and "per", before, within or behind what they say.

    initial    according to SOHR, 16 soldiers were killed; nine were hurt
    initial    according to the ministry's statement: 16 soldiers killed
    initial    had 25 men killed, according to some sources even 100      → only the 100
    backward   16 soldiers were killed, according to a local official
    initial    nine had drowned and, according to an official, 16 were killed     → only the 16
    initial    by the commission's tally, 16 soldiers were killed
    backward   the losses were estimated at 600 by the commission      → only the 600
    forward    the garrison, which the army estimated at 600, fell back

counter-example: according to Orr's order · Milizia per la Roe · 20 tons per day
"""

from collections.abc import Iterator

from testimonia.extract.attribution.cue import Cue
from testimonia.extract.attribution.joint_names import joins_name
from testimonia.extract.attribution.reach import backward_start, clause_ends, forward_end, own_clause
from testimonia.extract.attribution.speakers import can_speak
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import behind, owned
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import word_set
from testimonia.model import Stance

__all__ = ["according", "by_count", "estimated_by", "estimated_which"]

_COMMANDS = word_set("grammar", "commands")
_FOREIGN = word_set("grammar", "per_units")
"""Words behind a "per" that names no source: "Milizia per la Roe", "per day"."""

_ESTIMATED = frozenset({"estimated", "reckoned", "calculated", "assessed"})
_OWN = word_set("grammar", "their")
_PERSONAL = word_set("grammar", "his")
_QUOTES = frozenset({'"', "“", "”"})
_COUNTS = word_set("grammar", "tallies")
_RELATED = frozenset({"account", "accounts"})
"""What speaks for itself, as sources do: "by most accounts"."""
_STANCES: dict[str, Stance] = {
    "admission": "confirmed",
    "calculation": "estimated",
    "calculations": "estimated",
    "estimate": "estimated",
    "estimates": "estimated",
    "estimation": "estimated",
    "reckoning": "estimated",
}


def according(scene: Scene, at: int) -> Cue | None:
    """Read "according to SOHR and local activists", before or behind what they say."""
    row = scene.chunks
    start = at + 1 + (row.near(at + 1).kind == "to")
    start += row.near(start).kind == "adv"  # "according to later Roe accounts"
    if row.near(start).kind not in {"np", "pron"} or _is_no_source(scene, at, start):
        return None
    return _own_paper(scene, at, start) or _said_by(scene, at, start)


def _said_by(scene: Scene, at: int, start: int) -> Cue:
    """Give the cue of the source whose name begins at `start`, behind the preposition at `at`."""
    row = scene.chunks
    speakers = tuple(_listed(row, start))
    then = _behind_speaker(row, speakers[-1])
    if row.near(then).low == ":":
        return Cue(at, speakers, "claimed", row[then].last, row[-1].last, "initial")
    if row.comma(at - 1) and _corrects(row, then):
        return Cue(at, speakers, "claimed", row[then].first, _clause_last(row, then), "initial")
    if not any(chunk.kind in {"np", "vp", "pron"} for chunk in row[:at]):
        first = row[then].first if then < len(row) else row[-1].last
        return Cue(at, speakers, "claimed", first, forward_end(row, then, opening=True), "initial")
    joined = at - 1 - row.comma(at - 1)
    if row[joined].kind == "conj" and then < len(row) - 1:  # "10 died and, according to Orr, 20 drowned"
        return Cue(at, speakers, "claimed", row[then].first, forward_end(row, then), "initial")
    inserted = row.comma(then) and row.comma(at - 1)
    verb = row.near(then)
    within = row[at].low == "according" and row[at - 1].kind == "np" and verb.kind == "vp"
    within = within and not (verb.gerund or verb.infinitive)
    last = forward_end(row, then) if inserted or within else row[at].first
    other = row.near(at - 1).elided and row.comma(at - 2)  # "20 died, 30 according to Orr": only the 30
    start = row[at - 1].first if other else _remark_start(scene, at) or backward_start(row, at)
    if inserted:
        start = _clause_around(row, at, then + 1) or start
    return Cue(at, speakers, "claimed", start, last, "backward")


def _own_paper(scene: Scene, at: int, paper: int) -> Cue | None:
    """Read "According to his own report, Orr lost 40 men": Orr is the subject behind the comma."""
    row, then = scene.chunks, paper + 2
    own = row[paper].det in _OWN and scene.sentence.tokens[row[paper].first + 1].low == "own"
    teller = row.near(then)
    if at or not own or not row.comma(paper + 1) or teller.kind != "np" or teller.figure is not None:
        return None
    another = row[paper].det in _PERSONAL and (teller.of_kind("unit") or teller.plural)
    if another or row.near(behind(row, then)).kind != "vp" or not can_speak(scene, teller):
        return None
    return Cue(at, (then,), "claimed", teller.first, forward_end(row, paper + 1), "initial")


def _clause_around(row: Row, at: int, verb: int) -> int | None:
    """Read "ten died and the rest, according to Orr, were captured": only the rest is Orr's."""
    apart = own_clause(row, verb) if row.near(verb).kind == "vp" else None
    return row[apart].first if apart is not None and apart < at else None


def _remark_start(scene: Scene, at: int) -> int | None:
    """Read 'lost 35 tanks, "a high ratio", according to Orr': only the remark is Orr's."""
    row, tokens = scene.chunks, scene.sentence.tokens
    before = {token.text for token in tokens[max(0, row[at].first - 2) : row[at].first]}
    if "," not in before or _QUOTES.isdisjoint(before):
        return None
    if any(chunk.passive and chunk.reports for chunk in row[:at]):
        return None  # 'Roe is said to have fallen, "cut in two", according to Orr'
    commas = (row[step].last for step in range(at - 2, 0, -1) if row.comma(step))
    return next((place for place in commas if tokens[place].text in _QUOTES), None)


def by_count(scene: Scene, at: int) -> Cue | None:
    """Read "By the commission's tally, 16 died", "on Orr's estimate", "on the authority of Orr"."""
    row = scene.chunks
    noun = at + 2 if row.near(at + 1).owner else at + 1
    if row.near(noun).low not in _COUNTS or (row[noun].figure is not None and row[noun].low not in _RELATED):
        return None
    opening = not any(chunk.kind in {"np", "vp", "pron"} for chunk in row[:at])
    if opening and row[noun].det in _OWN:
        return _own_count(scene, at)
    teller = noun - 1 if noun == at + 2 else noun + 2 if row.near(noun + 1).low == "of" else noun
    then = _behind_speaker(row, noun)
    told = row.near(teller).kind == "np" and (_speaks_itself(row, noun) or can_speak(scene, row[teller]))
    counted = row[noun - 1].owner and row.near(then).figure is not None  # "on Orr's estimate 20 had died"
    ends = row.comma(then) or (not opening and clause_ends(row, then))
    apart = opening or row.comma(at - 1) or (teller == noun - 1 and clause_ends(row, then))
    if not told or not (ends or counted) or not apart:
        return None
    if row[noun].low == "authority" and teller != noun + 2:
        return None
    stance: Stance = _STANCES.get(row[noun].low, "claimed")
    speaker = teller if row[noun].low == "authority" else noun
    if opening:
        first = row[then].first if counted else row[then].last
        return Cue(at, (speaker,), stance, first, forward_end(row, then), "initial")
    last = forward_end(row, then) if row.comma(then) else row[at].first
    return Cue(at, (speaker,), stance, backward_start(row, at - 1), last, "backward")


def _speaks_itself(row: Row, noun: int) -> bool:
    """Read "by most accounts", "in one account"; "by all accounts" and "on account" name nobody."""
    return row[noun].low in _RELATED and row[noun].figure is not None


def _own_count(scene: Scene, at: int) -> Cue | None:
    """Read "By his own account, Orr lost 40 men": whoever is the subject behind the comma counts them."""
    row = scene.chunks
    then = at + 3
    if not row.comma(at + 2) or row.near(then).figure is not None:
        return None
    subject = owned(row, then)
    told = row.near(then).kind == "pron" or (row.near(then).kind == "np" and can_speak(scene, row[subject]))
    own = row.near(then).kind == "pron" or scene.sentence.tokens[row[at + 1].first + 1].low == "own"
    another = row[at + 1].det in _PERSONAL and (row[subject].of_kind("unit") or row[subject].plural)
    if not told or not own or another or row.near(behind(row, subject)).kind != "vp":
        return None
    stance: Stance = _STANCES.get(row[at + 1].low, "claimed")
    return Cue(at, (then,), stance, row[then].first, forward_end(row, at + 2), "initial")


def estimated_by(scene: Scene, at: int) -> Cue | None:
    """Read "the losses were estimated at 600 by Orr", "the army, estimated at 600 men by Orr, fell back"."""
    row = scene.chunks
    told, teller = row.near(at - 1), row.near(at + 1)
    guessed = told.figure is not None and scene.sentence.tokens[told.first].low in _ESTIMATED
    if row[at].low != "by" or not guessed or teller.kind != "np" or teller.figure is not None:
        return None
    if not can_speak(scene, row[owned(row, at + 1)]):
        return None  # "estimated at 600 by nightfall"
    return Cue(at, tuple(_listed(row, at + 1)), "estimated", told.first, told.last, "backward")


def estimated_which(scene: Scene, at: int) -> Cue | None:
    """Read "the garrison, which the army estimated at 100 men, fell back": the army's figure."""
    row = scene.chunks
    told, teller, link = row[at], row.near(at - 1), row.near(at - 2).low
    guessed = told.figure is not None and scene.sentence.tokens[told.first].low in _ESTIMATED
    if (
        not guessed
        or link not in {"that", "which", "whom"}
        or teller.kind != "np"
        or teller.figure is not None
    ):
        return None
    speaks = can_speak(scene, row[at - 1])
    return Cue(at, (at - 1,), "estimated", told.first, told.last, "forward") if speaks else None


def _corrects(row: Row, at: int) -> bool:
    """Read "had 25 killed, according to some even 100": the other figure is theirs, not the first."""
    at += row.near(at).kind == "adv"
    return row.near(at).kind == "np" and row[at].figure is not None


def _clause_last(row: Row, at: int) -> int:
    """Give one past the last token before the next comma, semicolon or "but"."""
    ends = (
        step
        for step in range(at, len(row))
        if row.comma(step) or row[step].low == ";" or row[step].kind == "but"
    )
    return row[next(ends, len(row)) - 1].last


def _is_no_source(scene: Scene, at: int, start: int) -> bool:
    """Tell "according to Orr's 9 May order", "Milizia per la Roe" from sources."""
    row = scene.chunks
    told = owned(row, start)
    told += 2 if row[told].owner and row.near(told + 1).kind == "date" else 0
    foreign = row[at].low == "per" and scene.sentence.tokens[row[start].first].low in _FOREIGN
    listing = row.near(told + 1).low == "of" and row.near(told + 2).low == "battle"  # "the order of battle"
    return foreign or (row.near(told).low in _COMMANDS and not listing)


def _listed(row: Row, at: int) -> Iterator[int]:
    """Go over "SOHR and local activists" from its first noun phrase."""
    if _describes(row, at):
        at += 2
    while True:
        yield at
        at = _behind_speaker(row, at)
        after = row.near(_behind_speaker(row, at + 1))
        new_clause = after.kind == "vp" and not after.gerund
        if joins_name(row, at):
            at += 2
        other = row.near(at + 1)
        if row.near(at).kind != "conj" or other.kind != "np" or new_clause or other.elided:
            return  # "40 died per Orr and 60 per Roe"
        at += 1


def _describes(row: Row, at: int) -> bool:
    """Read "according to researcher and author Ian Orr": both words tell what Orr is."""
    first, named = row[at], row.near(at + 2)
    single = not (first.det or first.plural or first.name) and first.of_kind("people")
    return single and row.near(at + 1).low == "and" and named.kind == "np" and not named.det


def _behind_speaker(row: Row, at: int) -> int:
    """Give the position behind a speaker with what belongs to it: "an official of the town by phone"."""
    at = behind(row, at)
    return behind(row, at + 1) if row.near(at - 1).owner and row.near(at).kind == "np" else at
