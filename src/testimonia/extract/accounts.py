"""Bare figures of somebody else for what was just counted: "Livy puts the dead at 48, Polybius at 70".

example          Appian gives 50,000 killed; Plutarch 40,000 · the army claimed 20 dead, the rebels said 12
                 lost 25 men, according to some sources even 100 · 20 rebels were killed (30 per the army)
counter-example  the army said the guards lost 20 men and the police 15: the police lost them
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.extract.actors.persons import can_be_person
from testimonia.extract.attribution import can_speak, speaker_words, speaks
from testimonia.extract.attribution.speakers import chain_end, words_of
from testimonia.extract.attribution.tellers import tellers_of
from testimonia.extract.dates import Dated
from testimonia.extract.drafts import ClaimDraft, Named, Saying
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import chain_head
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import word_set
from testimonia.model import FIELDED, Stance

__all__ = ["other_accounts"]

_GIVING = word_set("grammar", "accounting")
_PUTTING = word_set("grammar", "putting")
_FIGURES = word_set("grammar", "figures")
_STOOD_FOR = frozenset({"it", "this", "them"})
_LINKS = frozenset({"at", "as", "of"})
_SHARES = frozenset({"%", "per", "percent", "of"})
_BREAKS = frozenset({";", ","})
_JOINING = frozenset({"while", "whilst", "whereas", "and", "but", "though", "although"})
_BY = frozenset({"by", "in"})
_HAVING = frozenset({"has", "have"})
"""What others do with a figure of their own: "Livy gives 5,000 dead, whereas Polybius has 4,000"."""
_SOURCES = word_set("grammar", "sources")
_WITH = frozenset({"with"})


def other_accounts(
    scene: Scene, here: Sequence[ClaimDraft], before: ClaimDraft | None, dates: Sequence[Dated]
) -> Iterator[ClaimDraft]:
    """Give the counts of those who give a bare figure for what `here` or just `before` was counted."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        if not chunk.elided or chunk.figure is None:
            continue
        first, tellers = _told(scene, at)
        words = scene.sentence.source(chunk.figure.first, chunk.figure.last)
        if not tellers or any(draft.figure == words for draft in here):
            continue
        earlier = _earlier(scene, at, here, None if _passively(scene, at) is not None else before)
        if earlier is None or not _fits(row, first, earlier):
            continue
        verb = row[first]
        when = next((dated.when for dated in dates if dated.mention.first >= verb.first), None)
        span = scene.sentence.source(min(verb.first, chunk.figure.first), chunk.figure.last)
        span = words if verb.kind != "vp" else span
        speakers = tuple(_name(scene, place) for place in tellers)
        stance = _stance(verb, earlier)
        yield replace(
            earlier,
            quantity=chunk.figure.quantity,
            span=span,
            sentence=scene.sentence.span,
            zone=scene.sentence.zone,
            rule="prose.account",
            saying=Saying(speakers, stance, span, when),
            stance=stance,
            figure=words,
            replaces=None,
            citations=(),
        )


def _earlier(
    scene: Scene, at: int, here: Sequence[ClaimDraft], before: ClaimDraft | None
) -> ClaimDraft | None:
    """Give the count just before a figure, in the same sentence or the one before it."""
    start = scene.sentence.source(scene.chunks[at].first, scene.chunks[at].last).start
    told = [draft for draft in here if draft.span.start < start and draft.figure is not None]
    return max(told, key=lambda draft: draft.span, default=before)


def _name(scene: Scene, at: int) -> Named:
    """Name who gives the figure; behind a "per" no more than the words that follow it."""
    row = scene.chunks
    if row.near(at - 1).low == "per":
        return words_of(scene, row[at].first, row[chain_end(scene, at)].last)
    return speaker_words(scene, at)


def _stance(verb: Chunk, earlier: ClaimDraft) -> Stance:
    """Give how the figure is given: as the verb says, else as the one before it was."""
    if verb.kind != "vp":
        return "estimated" if earlier.stance == "estimated" else "claimed"
    told = {report.stance for report in verb.reports}
    return "estimated" if "estimated" in told else "confirmed" if "confirmed" in told else "claimed"


def _fits(row: Row, verb: int, earlier: ClaimDraft) -> bool:
    """Tell a second count of the same from the ships and men that each side claims for itself."""
    named = row[verb].kind == "vp"
    if earlier.measure == "materiel_lost" and row[verb].low.startswith("claim"):
        return False
    return not named or earlier.measure not in FIELDED


def _told(scene: Scene, at: int) -> tuple[int, list[int]]:
    """Give where the words that give the figure at `at` begin, and who gives it; nobody if none does."""
    row = scene.chunks
    ends = row.near(at + 1).kind in {"sign", "", "conj", "sub", "but"}
    by = row.near(at + 1).low
    if by in {"per", "according"}:
        teller = at + 2 + (row.near(at + 2).kind == "to")
        opens = at == 0 or row.comma(at - 1) or (row.near(at - 1).kind == "conj" and _sourced(row, at - 1))
        return at, [teller] if opens and _speaker(scene, teller) else []
    other = _passively(scene, at)
    if other is not None:
        return at, [other]
    if not ends or by in _SHARES:
        return at, []
    return _by_verb(scene, at) or _gapped(scene, at) or (at, [])


def _sourced(row: Row, at: int) -> bool:
    """Tell whether a source stands before: "40 according to Orr and 50 according to Roe"."""
    return any(chunk.low == "according" for chunk in row[:at])


def _passively(scene: Scene, at: int) -> int | None:
    """Read "put at 600 by Orr and at 700 by Roe", "by Orr as 600, by Roe as 700": who gives the second."""
    row = scene.chunks
    link = at - 1 if row.near(at - 1).low in _LINKS else at
    teller, opens = (at + 2, link - 1) if row.near(at + 1).low in _BY else (link - 1, link - 3)
    by = row.near(teller - 1).low
    joined = row.near(opens).kind == "conj" or row.near(opens).low in _BREAKS | _JOINING
    before = row[: max(opens, 0)]
    given = any(chunk.passive and chunk.low in _PUTTING for chunk in before)
    given = given or any(chunk.figure is not None and chunk.figure.estimated for chunk in before)
    if by not in _BY or not (joined and given and any(chunk.low == by for chunk in before)):
        return None
    sources = by == "by" or row.near(teller).low in _SOURCES
    return teller if sources and _speaker(scene, teller) else None


def _by_verb(scene: Scene, at: int) -> tuple[int, list[int]] | None:
    """Read "while the elders put it at 450", "the rebels claimed 30", "others gave a figure of 40"."""
    row = scene.chunks
    step = at - 1 - (row.near(at - 1).low in _LINKS)
    put = step < at - 1
    told = row.near(step)
    if put and (told.low in _STOOD_FOR or (told.low in _FIGURES and told.harm is None)):
        step -= 1
    verb = row.near(step)
    given = bool(verb.reports) and verb.low in _GIVING
    given = given or (not put and verb.low in _HAVING and _has_another(scene, step))
    if verb.kind != "vp" or not given:
        return None
    if verb.passive or verb.negated or verb.modal or (put and step == at - 2 and verb.low != "spoke"):
        return None
    tellers = [place for place in tellers_of(row, step) if place < step]
    if not tellers or not all(_speaker(scene, place) for place in tellers):
        return None
    opens = row.near(chain_head(row, tellers[0]) - 1)
    apart = opens.low in _BREAKS | _JOINING | _WITH or opens.kind == ""
    return (step, tellers) if apart else None


def _has_another(scene: Scene, verb: int) -> bool:
    """Read "whereas Polybius has 4,000", not "each troop has four": a person beside who gave one before."""
    row = scene.chunks
    teller = row.near(verb - 1)
    person = teller.name and not teller.det and can_be_person(scene.words(teller))
    return person and row.near(verb - 2).low in _JOINING | {";"} and _given_before(row, verb)


def _gapped(scene: Scene, at: int) -> tuple[int, list[int]] | None:
    """Read "…; Plutarch 40,000", ", the army at 15", ", according to some even 100"."""
    row = scene.chunks
    step = at - 1
    while row.near(step).kind == "adv":
        step -= 1
    link = row.near(step).low in {"at", "as"}
    step -= link
    teller = row.near(step)
    if not _speaker(scene, step):
        return None
    step = chain_head(row, step)
    if row.near(step - 1).kind == "to" and row.near(step - 2).low == "according":
        return (at, [step]) if row.near(step - 3).low in _BREAKS else None
    opens = step - 1
    opens -= row.near(opens).low in _JOINING
    if row.near(opens).low not in _BREAKS or not _given_before(row, opens):
        return None
    alone = teller.name and not teller.det and not teller.of_kind("people", "unit")
    person = alone and can_be_person(scene.words(teller))
    return (at, [step]) if link or person or teller.low == "sources" else None


def _given_before(row: Row, at: int) -> bool:
    """Tell whether somebody gives a figure before: "Livy puts the dead at 48,000, Polybius at 70,000"."""
    verbs = [chunk for chunk in row[:at] if chunk.kind == "vp" and chunk.reports and not chunk.passive]
    return any(verb.low in _GIVING for verb in verbs)


def _speaker(scene: Scene, at: int) -> bool:
    chunk: Chunk = scene.chunks.near(at)
    counted = chunk.figure is not None and chunk.figure.quantity.kind != "vague"
    if chunk.kind != "np" or counted or chunk.elided or chunk.harm is not None or chunk.owner:
        return False
    return can_speak(scene, chunk) or speaks(scene.words(chunk))
