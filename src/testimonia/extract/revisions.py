"""Figures that take the place of others: "20 rebels were killed, later revised to 35".

What is counted is told once, with the first figure; the second has only the verb.

example          12 deaths, a figure later corrected to 17 · it revised this to nine on 6 May
                 the toll was later raised to 40
counter-example  the garrison was later raised to 300 · the plan was revised to 12
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from testimonia.extract.accounts import other_accounts
from testimonia.extract.dates import Dated
from testimonia.extract.drafts import ClaimDraft, Named, Saying
from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import word_set
from testimonia.model import FIELDED, Span

__all__ = ["with_revisions"]

_REVISED = word_set("grammar", "revised")
_RAISED = word_set("grammar", "raised")
_CHANGED = _REVISED | _RAISED
_FIGURES = word_set("grammar", "figures")
_PUTS = frozenset({"put", "puts", "putting", "placed", "placing", "places", "estimated", "estimates", "set"})
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
        earlier = _earlier(scene, revision, [draft for draft in drafts if draft.figure != words], before)
        if earlier is None or (revision.raised and earlier.measure in FIELDED):
            continue
        if told is None:
            drafts.append(_revised(scene, revision, earlier, dates))
        elif drafts[told].measure == earlier.measure:
            drafts[told] = _linked(drafts[told], earlier)
    return sorted(drafts, key=lambda draft: draft.span)


def _other_accounts(
    scene: Scene, here: Sequence[ClaimDraft], before: ClaimDraft | None, dates: Sequence[Dated]
) -> Iterator[ClaimDraft]:
    """Read "many rebels surrendered, with the ministry putting the number at 728": somebody else counts."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        number = row.near(at + 1)
        put = chunk.kind == "vp" and chunk.low in _PUTS and not (chunk.passive or chunk.negated)
        bare = number.low in _FIGURES and number.harm is None and row.near(at + 2).low == "at"
        figure = row.near(at + 3).figure if put and bare and row.near(at + 3).elided else None
        if figure is None or row.near(at + 4).low in _SHARES:
            continue
        revision = _Revision(figure, at, raised=False)
        words = _words(scene, revision)
        earlier = _earlier(scene, revision, here, before)
        taken = any(draft.figure == words for draft in here)
        saying = _saying(scene, revision, None, dates)
        if earlier is not None and not taken and saying is not None and earlier.measure not in FIELDED:
            told = _revised(scene, revision, earlier, dates)
            yield replace(told, saying=saying, stance=saying.stance, rule="prose.account", replaces=None)


def _linked(draft: ClaimDraft, earlier: ClaimDraft) -> ClaimDraft:
    """Tell a count what it replaces, and of whom it is where it names nobody itself."""
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
        if figure is not None and _is_of_a_figure(row, at, raised=verb in _RAISED):
            yield _Revision(figure, at, verb in _RAISED)


def _words(scene: Scene, revision: _Revision) -> Span:
    return scene.sentence.source(revision.figure.first, revision.figure.last)


def _figure_behind(row: Row, verb: int) -> Figure | None:
    """Give the bare figure behind the "to" of a verb."""
    for at in range(verb + 1, verb + 2 + _BETWEEN):
        chunk = row.near(at)
        if chunk.low == "to":
            then = row.near(at + 1)
            return then.figure if then.elided else None
        if chunk.kind not in {"np", "pron", "adv"} or chunk.figure is not None:
            return None
    return None


def _is_of_a_figure(row: Row, verb: int, *, raised: bool) -> bool:
    """Tell whether a figure is what is revised: a noun that means one, or what was counted just before."""
    told = row.near(verb + 1)
    if told.kind not in {"np", "pron"}:
        told = row.near(next(iter(subjects_of(row, verb)), -1))
    means_figure = bool(_FIGURES & set(told.low.split()))
    if raised:
        return means_figure
    counted = told.figure is not None or told.kind == "pron" or not told.low  # "this", or nothing
    return means_figure or counted or not row[verb].passive


def _earlier(
    scene: Scene, revision: _Revision, here: Sequence[ClaimDraft], before: ClaimDraft | None
) -> ClaimDraft | None:
    """Give the count whose figure is replaced: the last one before the verb."""
    start = _words(scene, revision).start
    told = [draft for draft in here if draft.span.start < start and draft.figure is not None]
    return max(told, key=lambda draft: draft.span, default=before)


def _revised(scene: Scene, revision: _Revision, earlier: ClaimDraft, dates: Sequence[Dated]) -> ClaimDraft:
    sentence, figure, verb = scene.sentence, revision.figure, scene.chunks[revision.verb]
    return replace(
        earlier,
        quantity=figure.quantity,
        span=sentence.source(verb.first, figure.last),
        sentence=sentence.span,
        zone=sentence.zone,
        rule="prose.revision",
        saying=_saying(scene, revision, earlier.saying, dates),
        figure=_words(scene, revision),
        replaces=earlier.span,
        citations=(),
    )


def _saying(
    scene: Scene, revision: _Revision, earlier: Saying | None, dates: Sequence[Dated]
) -> Saying | None:
    """Say who gives the new figure, and when: who gave the old one, unless somebody else is named."""
    row, verb = scene.chunks, scene.chunks[revision.verb]
    who = _named(scene, row, revision.verb)
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
