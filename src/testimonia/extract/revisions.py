"""Figures that take the place of others: "20 rebels were killed, later revised to 35".

What is counted is told once, with the first figure; the second has only the verb.

example          12 deaths, a figure later corrected to 17 · it revised this to nine on 6 May
                 the toll was later raised to 40
counter-example  the garrison was later raised to 300 · the plan was revised to 12
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from testimonia.extract.accounts import other_accounts
from testimonia.extract.attribution import can_speak
from testimonia.extract.dates import Dated
from testimonia.extract.drafts import ClaimDraft, Named, Saying
from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import word_set
from testimonia.model import FIELDED, Span, Stance

__all__ = ["with_revisions"]

_REVISED = word_set("grammar", "revised")
_RAISED = word_set("grammar", "raised")
_RISING = word_set("grammar", "rising")
_CHANGED = _REVISED | _RAISED | _RISING
_FIGURES = word_set("grammar", "figures")
_PUTS = frozenset({"put", "puts", "putting", "placed", "placing", "places", "estimated", "estimates", "set"})
_WAYS = frozenset({"upward", "upwards", "downward", "downwards"})
_RELATIVES = frozenset({"which", "that"})
_BACK = frozenset({"the", "this", "that"})
_SHARES = frozenset({"%", "per", "percent"})
_BETWEEN = 3
"""How many chunks may stand between the verb and "to": "revised the figure downward to 11"."""


@dataclass(frozen=True, slots=True)
class _Revision:
    """A figure that is said to replace another, and the words that say so."""

    figure: Figure
    verb: int
    """Position of the verb group in the row."""
    raised: bool
    """True for a verb that may tell of people coming and going as well."""
    back: bool = False
    """True where the verb goes back to a figure that was given: "this toll was raised", not "rose"."""


def with_revisions(
    scene: Scene, here: Sequence[ClaimDraft], before: ClaimDraft | None, dates: Sequence[Dated]
) -> list[ClaimDraft]:
    """Add to the drafts of a scene those of figures that replace others.

    `before` is the last draft of the sentence before. A figure that was read already as a count of its own
    ("the toll was later raised to 40") is only told what it replaces.
    """
    drafts = [*here, *_other_accounts(scene, here, before, dates)]
    drafts += other_accounts(scene, drafts, before, dates)
    for revision in _revisions(scene):
        words = _words(scene, revision)
        told = next((number for number, draft in enumerate(drafts) if draft.figure == words), None)
        if told is not None and drafts[told].saying is None:
            drafts[told] = _told_by(scene, revision, drafts[told], dates)
        earlier = _earlier(scene, revision, [draft for draft in drafts if draft.figure != words], before)
        if earlier is None or (revision.raised and earlier.measure in FIELDED):
            continue
        if told is None:
            drafts.append(_revised(scene, revision, earlier, dates))
        elif drafts[told].measure != earlier.measure or _is_anothers(scene, revision, drafts[told], earlier):
            continue
        else:
            drafts[told] = _linked(drafts[told], earlier, _said_again(scene, revision, earlier))
    return sorted(drafts, key=lambda draft: draft.span)


def _other_accounts(
    scene: Scene, here: Sequence[ClaimDraft], before: ClaimDraft | None, dates: Sequence[Dated]
) -> Iterator[ClaimDraft]:
    """Read "many rebels surrendered, with the ministry putting the number at 728": somebody else counts."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        figure = _put_at(row, at) if chunk.kind == "vp" and chunk.low in _PUTS and not chunk.negated else None
        if figure is None:
            continue
        revision = _Revision(figure, at, raised=False)
        words = _words(scene, revision)
        earlier = _earlier(scene, revision, here, before)
        taken = any(draft.figure == words for draft in here)
        saying = _saying(scene, revision, None, dates)
        if earlier is None or taken or earlier.measure in FIELDED or not (saying or chunk.passive):
            continue
        stance: Stance = saying.stance if saying is not None else "reported"
        told = _revised(scene, revision, earlier, dates)
        yield replace(told, saying=saying, stance=stance, rule="prose.account", replaces=None)


def _put_at(row: Row, at: int) -> Figure | None:
    """Give the figure of "putting the number at 35", "the figure was later put at 35"."""
    link = at + 1 if row[at].passive else at + 2
    number = row.near(next(iter(subjects_of(row, at)), -1)) if row[at].passive else row.near(at + 1)
    bare = number.low in _FIGURES and number.harm is None and number.figure is None
    then = row.near(link + 1)
    told = bare and row.near(link).low == "at" and then.elided and row.near(link + 2).low not in _SHARES
    return then.figure if told else None


def _is_anothers(scene: Scene, revision: _Revision, draft: ClaimDraft, earlier: ClaimDraft) -> bool:
    """Tell "Orr said the toll had risen to 14" from the count of somebody else just before."""
    if scene.chunks[revision.verb].low not in _RISING:
        return False
    one, other = (saying.speakers if saying is not None else () for saying in (draft.saying, earlier.saying))
    return [name.words for name in one] != [name.words for name in other]


def _told_by(scene: Scene, revision: _Revision, draft: ClaimDraft, dates: Sequence[Dated]) -> ClaimDraft:
    """Give a count who puts it so: "the ministry raised the toll to 14", not "two deaths raised the toll"."""
    row = scene.chunks
    verb = row[revision.verb]
    subjects = [] if verb.passive or verb.gerund else subjects_of(row, revision.verb)
    told = any(can_speak(scene, row[at]) for at in subjects)
    saying = _saying(scene, revision, None, dates) if told else None
    return replace(draft, saying=saying, stance=saying.stance) if saying is not None else draft


def _said_again(scene: Scene, revision: _Revision, earlier: ClaimDraft) -> Saying | None:
    """Give who says "this toll was later raised to 40": who gave it, unless somebody else is named."""
    given = revision.back and earlier.saying is not None and earlier.saying.speakers
    return _saying(scene, revision, earlier.saying, ()) if given else None


def _linked(draft: ClaimDraft, earlier: ClaimDraft, again: Saying | None) -> ClaimDraft:
    """Tell a count what it replaces, and of whom it is where it names nobody itself."""
    if again is not None and draft.saying is None:
        draft = replace(draft, saying=again, stance=again.stance)
    if draft.parties or draft.own:
        return replace(draft, replaces=earlier.span)
    return replace(
        draft,
        replaces=earlier.span,
        parties=earlier.parties,
        category=earlier.category,
        party_basis=earlier.party_basis,
        own=earlier.own,
        doer=earlier.doer,
    )


def _revisions(scene: Scene) -> Iterator[_Revision]:
    row = scene.chunks
    if _CHANGED.isdisjoint(scene.sentence.lows):
        return
    for at, chunk in enumerate(row):
        verb = scene.sentence.tokens[chunk.verb].low if chunk.kind == "vp" else ""
        if verb not in _CHANGED or chunk.negated or chunk.modal:
            continue
        figure = _figure_behind(row, at)
        raised = verb not in _REVISED
        if figure is not None and _is_of_a_figure(row, at, raised=raised):
            yield _Revision(figure, at, raised, chunk.passive and _goes_back(row, at))


def _goes_back(row: Row, verb: int) -> bool:
    """Tell "the toll was raised", "this was raised" from "a toll was raised", "its losses were raised"."""
    told = row.near(next(iter(subjects_of(row, verb)), -1))
    return told.det in _BACK or told.kind == "pron"


def _is_this(told: Chunk) -> bool:
    return told.kind == "np" and told.det == "this" and not told.low


def _words(scene: Scene, revision: _Revision) -> Span:
    return scene.sentence.source(revision.figure.first, revision.figure.last)


def _figure_behind(row: Row, verb: int) -> Figure | None:
    """Give the bare figure behind the "to" of a verb."""
    for at in range(verb + 1, verb + 2 + _BETWEEN):
        chunk = row.near(at)
        if chunk.low == "to":
            then = row.near(at + 1)
            harm = then.harm is not None or bool(row.near(at + 2).triggers)
            return then.figure if then.elided or harm else None
        dating = chunk.kind == "prep" and row.near(at + 1).kind == "date"
        if not (dating or chunk.kind in {"np", "pron", "adv", "date"}) or chunk.figure is not None:
            return None
    return None


def _is_of_a_figure(row: Row, verb: int, *, raised: bool) -> bool:
    """Tell whether a figure is what is revised: a noun that means one, or what was counted just before."""
    told = row.near(verb + 1)
    if told.kind not in {"np", "pron"} or told.low in _WAYS:
        told = _before(row, verb)
    means_figure = bool(_FIGURES & set(told.low.split()))
    if raised:
        return means_figure or _is_this(told)
    counted = told.figure is not None or told.kind == "pron" or not told.low  # "this", or nothing
    return means_figure or counted or not row[verb].passive


def _before(row: Row, verb: int) -> Chunk:
    """Give what is revised where it stands before the verb: "this was raised", "a figure it later raised"."""
    subject = next(iter(subjects_of(row, verb)), -1)
    if row[verb].passive or subject <= 0:
        of_harm = row.near(subject - 1).low == "of" and row.near(subject).harm is not None
        return row.near(subject - 2 if of_harm else subject)  # "the toll of 12 dead was raised"
    figure = row.near(subject - 1 - (row.near(subject - 1).low in _RELATIVES))
    return figure if figure.kind == "np" and figure.figure is None else row.near(subject)


def _earlier(
    scene: Scene, revision: _Revision, here: Sequence[ClaimDraft], before: ClaimDraft | None
) -> ClaimDraft | None:
    """Give the count whose figure is replaced: the last one before the verb."""
    start = _words(scene, revision).start
    told = [draft for draft in here if draft.span.start < start and draft.figure is not None]
    return max(told, key=lambda draft: draft.span, default=before)


def _revised(scene: Scene, revision: _Revision, earlier: ClaimDraft, dates: Sequence[Dated]) -> ClaimDraft:
    sentence, figure, verb = scene.sentence, revision.figure, scene.chunks[revision.verb]
    said = verb.low not in _RISING or verb.passive or sentence.span.covers(earlier.span)
    saying = _saying(scene, revision, earlier.saying, dates) if said else None
    stance = saying.stance if saying is not None else earlier.stance if said else "unmarked"
    return replace(
        earlier,
        quantity=figure.quantity,
        span=sentence.source(verb.first, figure.last),
        sentence=sentence.span,
        zone=sentence.zone,
        rule="prose.revision",
        saying=saying,
        stance=stance,
        figure=_words(scene, revision),
        replaces=earlier.span,
        citations=(),
    )


def _saying(
    scene: Scene, revision: _Revision, earlier: Saying | None, dates: Sequence[Dated]
) -> Saying | None:
    """Say who gives the new figure, and when: who gave the old one, unless somebody else is named."""
    row, verb = scene.chunks, scene.chunks[revision.verb]
    rises = verb.low in _RISING and not verb.passive  # "the number rose": nobody raised it
    who = None if rises else _named(scene, row, revision.verb)
    speakers = (who,) if who else earlier.speakers if earlier else ()
    if not speakers:
        return None
    when = next((dated.when for dated in dates if dated.mention.first >= verb.first), None)
    stance = earlier.stance if earlier else "claimed"
    return Saying(speakers, stance, scene.sentence.source(verb.first, revision.figure.last), when)


def _named(scene: Scene, row: Row, verb: int) -> Named | None:
    """Give who revises, where that is a noun phrase: "the ministry later revised it to 17"."""
    at = doer_behind(row, verb) if row[verb].passive else next(iter(subjects_of(row, verb)), None)
    if at is None or row[at].kind != "np" or row[at].figure is not None:
        return None
    if not row[verb].passive and (row[verb].bare and row.near(verb + 1).low == "to"):
        return None  # "a figure later revised to 17": the participle has no subject
    first, last = row[at].body if row[at].body >= 0 else row[at].first, row[at].last
    if row.near(at + 1).low == "of" and at + 3 == verb and row[at + 2].kind == "np":
        last = row[at + 2].last  # "the Ministry of Defence putting it at 30"
    return Named(scene.sentence.words(first, last), scene.sentence.source(first, last))
