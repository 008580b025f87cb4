"""Who fields a force, as the grammar of its clause tells: who has, sends, leads, raises or is left with it.

example          Orr sent a fleet of five ships and a tug with 800 men   → Orr, for each of the counts
example          Orr was dispatched with a force of 300 men              → Orr
example          300 men were sent by Orr · with 300 men, Orr attacked   → Orr
example          a Roe counter-attack of 300 men · his army of 300 men   → the Roe, whom "his" stands for
counter-example  Orr met 300 men · Orr was attacked with 300 men         → not Orr
"""

from testimonia.extract.about import is_group
from testimonia.extract.drafts import Named
from testimonia.extract.focus import Focus
from testimonia.extract.mentioned import Circumstances
from testimonia.extract.naming import OWN, flag_of, naming_words
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lists import end_of_list
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import word_set

__all__ = ["fielder", "force_before"]

_FIELDING = word_set("grammar", "fielding")
_SENT = word_set("grammar", "sent")
_GIVEN = frozenset({"given", "allotted", "assigned", "allocated", "granted", "left", "provided", "supplied"})
"""Passive verbs whose subject gets what stands behind them: "was given 300 men"."""
_LED = frozenset({"commanded", "headed", "led"})
_MADE = frozenset({"comprised", "comprises", "consisted", "consists"})
_MAKING_UP = word_set("grammar", "making_up") | word_set("grammar", "carrying") | _MADE
_LINKS = frozenset({"of", "with"})
_HIS = word_set("grammar", "his")
_WITH = frozenset({"with", "along", "together", "plus"})
_HOSTS = frozenset({"artillery", "host", "horse", "foot"})
_ABOARD = frozenset({"in", "aboard", "on"})
_DISPOSED = frozenset({"disposed", "disposing", "dispose"})
_HIM = frozenset({"him", "her", "them", "it"})
_DISPOSAL = frozenset({"disposal", "command", "ranks", "side"})
_COMMAND = frozenset({"command", "leadership"})
_FORCES = word_set("grammar", "bodies") | word_set("grammar", "fleets") | word_set("grammar", "onslaughts")
_OVER = frozenset({"np", "prep", "date", "adv", "to"})
"""What may stand between a verb and the "with" that hangs on it: "headed to the fort with 300 men"."""
_BEFORE_SUBJECT = frozenset({"", "sign", "conj", "sub", "but", "adv", "date"})
_STEPS = 4
"""How many forces may hang on each other: "a fleet of four ships with 300 men"."""


def force_before(scene: Scene, bracket: Scene) -> Named | None:
    """Give the force of "the Roe army (of 300 men)", by the line around the bracket; None for none."""
    end = bracket.chunks[0].first - 1 if bracket.chunks else -1
    at = next((at for at, chunk in enumerate(scene.chunks) if chunk.last == end), -1)
    if at == 0 and scene.sentence.passage.item and any(map(str.isupper, scene.words(scene.chunks[0]))):
        return naming_words(scene, scene.chunks[0])  # "* 3rd Hussars (16 tanks)"
    return _whose(scene, at) if at >= 0 and _in_force(scene.chunks[at]) else None


def fielder(one: Found, around: Circumstances) -> Named | None:
    """Give who fields the counted; None if the words of the clause do not tell."""
    scene, focus = around.scene, around.focus
    row, at = scene.chunks, _counted_at(scene, one)
    if any(chunk.det in _HIS for chunk in (row[at], *one.party)):
        return focus.person_before(scene, row[at].first)
    for _ in range(_STEPS):
        start = _first_of_list(row, at)
        force = _whole(row, start)
        if force is None:
            break
        chunk = row[force]
        owner = _flag(scene, chunk) if chunk.figure is not None else _whose(scene, force)
        if owner is not None:
            return owner
        if chunk.det in OWN:
            return focus.person_before(scene, chunk.first) if chunk.det in _HIS else None
        at = force
    told = _subject(scene, _first_of_list(row, at), at, focus)
    return told or around.opener or _commander(scene, one.at, focus)


def _counted_at(scene: Scene, one: Found) -> int:
    """Give where the counted stand: for 306 of "90 aircraft, of which 306 were serviceable", where all do."""
    whole = one.whole if one.elided else None
    beside = whole is not None and whole.at < one.at and scene.chunks.near(whole.at) is whole.counted
    return whole.at if whole is not None and beside else one.at


def _whose(scene: Scene, at: int) -> Named | None:
    """Give the force at a position where its words tell whose it is: "Orr's army", "the Roe fleet"."""
    told = _is_told(scene, scene.chunks[at]) or scene.chunks.near(at - 1).owner
    return naming_words(scene, scene.chunks[at]) if told else None


def _flag(scene: Scene, chunk: Chunk) -> Named | None:
    """Give whose the ships of "two Roe brigs with 80 men" are."""
    return flag_of(scene, chunk) if chunk.of_kind("materiel") else None


def _first_of_list(row: Row, at: int) -> int:
    """Go back to the first count of a list: of "three carriers, eleven ships and 23 boats"."""
    return end_of_list(row, at, -1, _counts)


def _in_force(chunk: Chunk) -> bool:
    """Tell forces and those who serve in one: "army", "reinforcements", "attack"."""
    return chunk.kind == "np" and (chunk.low in _FORCES or chunk.of_kind("unit") or is_group(chunk))


def _counts(chunk: Chunk) -> bool:
    single = chunk.det in {"a", "an"} and (chunk.of_kind("materiel") or chunk.low in _FORCES)
    return chunk.kind == "np" and (chunk.figure is not None or single)


def _whole(row: Row, start: int) -> int | None:
    """Give the position of the force that a count is a part of, or that carries it; None for none."""
    link = row.near(start - 1)
    if link.low in _LINKS and link.kind == "prep":
        force = start - 2
        if _in_force(row.near(force)) or (link.low == "with" and _counts(row.near(force))):
            return force
    if _is_aboard(row, start) or _is_beside(row, start):
        return start - 2
    verb = start - 1 - (link.kind == "prep")
    if row.near(verb).kind != "vp" or row[verb].low not in _MAKING_UP:
        return None
    force = verb - 1 - row.comma(verb - 1)
    if row[verb].low in _MADE:
        force = next(iter(subjects_of(row, verb)), -1)
    return force if _in_force(row.near(force)) or _counts(row.near(force)) else None


def _is_aboard(row: Row, start: int) -> bool:
    """Read "forty men in three boats"."""
    boats = row.near(start - 1).low in _ABOARD and row.near(start).of_kind("materiel")
    return boats and row.near(start - 2).figure is not None and _counts(row.near(start - 2))


def _is_beside(row: Row, start: int) -> bool:
    """Read "the Roe artillery, some twenty guns, opened fire"."""
    whole, end = row.near(start - 2), row.near(start + 1)
    closed = row.comma(start - 1) and (row.comma(start + 1) or end.low in _LINKS)
    before = row.near(start - 3 - row.near(start - 3).owner).kind
    alone = closed and before in _BEFORE_SUBJECT and before != "conj"
    return alone and (_in_force(whole) or whole.low in _HOSTS) and whole.figure is None


def _subject(scene: Scene, start: int, at: int, focus: Focus) -> Named | None:
    row = scene.chunks
    verb = start - 1
    while row.near(verb).kind == "adv" or _at_disposal(row, verb):
        verb -= 1 + (row[verb].kind != "adv")
    if row.near(verb).low == "of" and row.near(verb - 1).low in _DISPOSED:
        verb -= 1
    if row.near(verb).kind == "vp":
        told = row[verb].low in _GIVEN if row[verb].passive else row[verb].low in _FIELDING | _DISPOSED
        return _name(scene, _has(row, verb), focus) if told else None
    if row.near(verb).low in _WITH or _is_head(row, verb):
        return _bringing(scene, verb, focus)
    return _sender(scene, at, focus)


def _at_disposal(row: Row, at: int) -> bool:
    """Read "had at its disposal 300 men", "had under him 300 men"."""
    under = row.near(at).low in _HIM and row.near(at - 1).low in {"under", "with"}
    return under or (row.near(at).low in _DISPOSAL and row.near(at - 1).kind == "prep")


def _is_head(row: Row, at: int) -> bool:
    """Read "at the head of"."""
    return row.near(at).low == "of" and row.near(at - 1).low == "head" and row.near(at - 2).low == "at"


def _bringing(scene: Scene, link: int, focus: Focus) -> Named | None:
    """Read "headed to the fort with 300 men", "was sent with 300 men", "with 300 men, Orr attacked"."""
    row = scene.chunks
    beside = link - 1 - row.comma(link - 1)
    if beside < link - 1 and row.near(beside - 1).kind in _BEFORE_SUBJECT:
        return _name(scene, beside, focus)  # "the Dows, with 300 men, attacked"
    verb = beside if beside >= 0 else link - 1
    while row.near(verb).kind in _OVER:
        if row[verb].low == "by":
            led = row.near(verb - 1).kind == "vp" and row[verb - 1].low in _LED
            return _name(scene, verb - 2 if led else verb + 1, focus)
        verb -= 1
    told = row.near(verb)
    if told.kind == "vp":
        moved = not told.passive or told.low in _SENT
        return _name(scene, _has(row, verb), focus) if moved else None
    if verb >= 0 and not row.comma(verb):
        return None
    comma = next((step for step in range(link + 1, len(row)) if row.comma(step)), -1)
    subject = comma + 1
    while row.near(subject + 1).kind == "prep" and row.near(subject + 2).kind == "np":
        subject += 2
    near = _behind_list(row, link)
    if verb < 0 and near >= 0:
        return _name(scene, near, focus)
    opens = verb < 0 and comma > 0 and row.near(subject + 1).kind == "vp" and not row[subject + 1].passive
    return _name(scene, comma + 1, focus) if opens else None


def _behind_list(row: Row, link: int) -> int:
    """Read "with forty men in three boats he rowed in": the subject behind without a comma; -1 for none."""
    at = link + 1
    while row.near(at).figure is not None or row.near(at).kind in {"prep", "conj", "adv"}:
        at += 1
    told = row.near(at).kind in {"np", "pron"} and row.near(at + 1).kind == "vp"
    return at if told and row.near(at - 1).figure is not None and not row[at + 1].passive else -1


def _sender(scene: Scene, at: int, focus: Focus) -> Named | None:
    """Read "300 men were sent by Orr"."""
    row = scene.chunks
    verb = at + 1
    while row.near(verb).kind in {"adv", "date"}:
        verb += 1
    sent = row.near(verb).kind == "vp" and row[verb].passive and row[verb].low in _SENT
    return _name(scene, doer_behind(row, verb), focus) if sent else None


def _commander(scene: Scene, at: int, focus: Focus) -> Named | None:
    """Read "300 men under Orr", "300 men commanded by Orr", "300 men under the command of Orr"."""
    row, link = scene.chunks, at + 1
    link += row.comma(link)
    led = row.near(link).kind == "vp" and row[link].bare and row[link].low in _LED
    link += led
    if row.near(link).low != ("by" if led else "under"):
        return None
    leader = link + 1
    if row.near(leader).low in _COMMAND and row.near(leader + 1).low == "of":
        leader += 2
    named = row.near(leader).low not in _COMMAND and _is_told(scene, row.near(leader))
    return _name(scene, leader, focus) if named else None


def _has(row: Row, verb: int) -> int | None:
    """Give the subject of a verb; of several before a "which" the last, of which alone it is told."""
    found = subjects_of(row, verb)
    relative = len(found) > 1 and any(chunk.kind == "sub" for chunk in row[found[-1] : verb])
    return found[-1 if relative else 0] if found else None


def _name(scene: Scene, at: int | None, focus: Focus) -> Named | None:
    """Name a subject: by its words where they are a name or a body, by whom a pronoun stands for."""
    if at is None:
        return None
    chunk = scene.chunks.near(at)
    if chunk.kind == "pron":
        return focus.stands_for(scene, chunk)
    ruled = scene.chunks.near(at + 1).low == "of" and scene.chunks.near(at + 2).name  # "the king of Roe"
    fits = _is_told(scene, chunk) or is_group(chunk) or scene.chunks.near(at - 1).owner or ruled
    fits = fits and chunk.figure is None and not chunk.of_kind("materiel")
    return naming_words(scene, chunk) if fits else None


def _is_told(scene: Scene, chunk: Chunk) -> bool:
    """Tell "Orr", "Hasan Pasha", "the Roe army", "the Sultan of Aceh" from "the army"."""
    tokens = scene.sentence.tokens[max(chunk.body, chunk.first, 1) : chunk.last]
    return chunk.kind == "np" and (chunk.name or any(token.capital for token in tokens))
