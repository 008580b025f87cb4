"""From drafts to records: names become actors, places and events, sayings become statements."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from testimonia.extract.actors import Cast
from testimonia.extract.actors.naming import key_of, norm
from testimonia.extract.bearer import find_bearer
from testimonia.extract.confidence import weigh_evidence
from testimonia.extract.containment import find_around
from testimonia.extract.drafts import ClaimDraft, EventDraft, Named, RemarkDraft, Saying, replace
from testimonia.extract.items import kind_of_item
from testimonia.extract.lead import kind_of_title
from testimonia.model import FIELDED, Assertion, Claim, Event, Place, Span, Statement

__all__ = ["MAIN", "assemble_claims", "assemble_event"]

MAIN = "main"
"""Key of the article's own event."""


def assemble_event(draft: EventDraft, text: str) -> tuple[tuple[Event, ...], tuple[Place, ...]]:
    """Make the main event, the larger events around it, and its places in the article's text."""
    places: list[Place] = []
    for number, name in enumerate(draft.places):
        around_it = find_around(draft.places, number, text)
        within = key_of(around_it.words) if around_it is not None else None
        key = key_of(name.words)
        if key not in {place.key for place in places}:
            places.append(Place(key, name.words, name.span, within if within != key else None, name.link))
    larger = {key_of(name.words): name for name in reversed(draft.part_of)}
    parts = tuple(key for key in dict.fromkeys(key_of(name.words) for name in draft.part_of))
    main = Event(
        MAIN,
        draft.label,
        draft.kind,
        draft.span,
        main=True,
        when=draft.when,
        places=tuple(place.key for place in places),
        coordinates=draft.coordinates,
        part_of=parts,
        result=draft.result.words if draft.result else None,
        aliases=draft.aliases,
    )
    around = tuple(
        Event(key, name.words, kind_of_title(name.words), name.span, link=name.link)
        for key, name in ((key, larger[key]) for key in parts)
    )
    return (main, *around), tuple(places)


class _Statements:
    """The occasions of speaking, one for each speaker, date and medium."""

    def __init__(self) -> None:
        self.found: dict[str, Statement] = {}

    def of(self, saying: Saying, speakers: tuple[str, ...], cast: Cast) -> str:
        """Give the key of the statement that a saying is part of."""
        day = saying.when.start if saying.when else None
        parts = (*speakers, day or "undated", saying.medium or "")
        key = "|".join(parts)
        if key not in self.found:
            outlet = _outlet(saying, cast)
            behalf = tuple(dict.fromkeys(body for speaker in speakers for body in _behalf(speaker, cast)))
            self.found[key] = Statement(
                key, speakers, saying.span, behalf, saying.when, saying.medium, saying.medium_kind, outlet
            )
        return key


def _outlet(saying: Saying, cast: Cast) -> str | None:
    """Give the key of the media organisation that carried a saying; anybody else is none."""
    if saying.outlet is None:
        return None
    key = cast.resolve_speaker(saying.outlet.words, saying.outlet.span)[0]
    return key if cast.get(key).kind == "media" else None


def _behalf(speaker: str, cast: Cast) -> tuple[str, ...]:
    actor = cast.get(speaker)
    if actor.office is not None and actor.office.body is not None:
        return (actor.office.body,)
    return actor.member_of


def assemble_claims(
    drafts: Sequence[ClaimDraft], remarks: Sequence[RemarkDraft], cast: Cast
) -> tuple[tuple[Claim, ...], tuple[Assertion, ...], tuple[Statement, ...]]:
    """Turn drafts into claims and assertions with actors, and their sayings into statements."""
    statements = _Statements()
    divided = list(chain.from_iterable(_by_side(draft, cast) for draft in drafts))
    spans = {draft.span: number for number, draft in reversed(list(enumerate(divided)))}
    claims = tuple(_claim(draft, cast, statements, spans) for draft in divided)
    assertions = tuple(_assertion(remark, cast, statements) for remark in remarks)
    return claims, assertions, tuple(statements.found.values())


_BOTH = re.compile(r"\b(?:both|the two|either|each) (?:of the )?sides?\b|^sides$")
_EACH = re.compile(r"\b(?:either|each) (?:of the )?sides?\b")
_ARMIES = frozenset({"armies", "army", "parties", "party", "side", "sides"})


def _by_side(draft: ClaimDraft, cast: Cast) -> list[ClaimDraft]:
    """Read "heavy casualties on both sides" as two claims, one for each side of a war of two.

    "160,000 casualties on both sides" is one: the figure is of both together.
    """
    shared = not draft.quantity.low and not draft.quantity.high  # vague, or nobody
    told = any((_BOTH if shared else _EACH).search(name.words) for name in draft.parties)
    if len(cast.sides.numbers) == 2 and (told or _is_of_both(draft, cast, shared=shared)):
        return [
            replace(draft, parties=(), side=number, category="combatants", helpless=False)
            for number in cast.sides.numbers
        ]
    return [draft]


def _is_of_both(draft: ClaimDraft, cast: Cast, *, shared: bool) -> bool:
    """Tell "each side lost 40", and "casualties were heavy on both sides" if nobody else bears them."""
    if draft.measure in FIELDED or not cast.told.of_both(draft.sentence):
        return False
    names = {name.words for name in draft.parties}
    alone = not (names or draft.side or draft.doer or draft.own)
    return (alone or (bool(names) and names <= _ARMIES)) if shared else names == {"side"}


def _assertion(remark: RemarkDraft, cast: Cast, statements: _Statements) -> Assertion:
    speakers = _speakers(remark.saying, cast)
    parties = tuple(
        dict.fromkeys(
            key for name in remark.parties for key in cast.resolve_party(name.words, name.span).keys
        )
    )
    sides = {cast.get(key).side for key in parties}
    return Assertion(
        remark.kind,
        MAIN,
        remark.text,
        remark.span,
        remark.sentence,
        remark.rule,
        0.8,
        parties=parties,
        claimants=speakers,
        stance=remark.saying.stance,
        polarity="negated" if remark.negated else "affirmed",
        zone=remark.zone,
        statement=statements.of(remark.saying, speakers, cast) if speakers else None,
        side=sides.pop() if len(sides) == 1 else None,
    )


def _claim(draft: ClaimDraft, cast: Cast, statements: _Statements, spans: Mapping[Span, int]) -> Claim:
    harmed = find_bearer(draft, cast)
    speakers = _speakers(draft.saying, cast)
    statement = (
        statements.of(draft.saying, speakers, cast)
        if draft.saying and speakers and (draft.saying.when or _tells_occasion(draft))
        else None
    )
    return Claim(
        draft.measure,
        draft.quantity,
        MAIN,
        draft.span,
        draft.sentence,
        draft.rule,
        weigh_evidence(draft, harmed, cast, said=bool(speakers)),
        harmed.parties,
        harmed.side,
        harmed.category,
        harmed.basis,
        speakers,
        draft.stance,
        "affirmed",
        statement,
        draft.scope,
        kind_of_item(draft.item, draft.quantity) if draft.item is not None else None,
        draft.when,
        spans.get(draft.total) if draft.total else None,
        draft.zone,
        draft.citations,
        spans.get(draft.replaces) if draft.replaces else None,
    )


def _tells_occasion(draft: ClaimDraft) -> bool:
    """Tell whether an undated saying is one occasion: not where an infobox or a bare "later" tells of it."""
    return draft.zone != "infobox" and draft.replaces is None


def _speakers(saying: Saying | None, cast: Cast) -> tuple[str, ...]:
    if saying is None:
        return ()
    return tuple(dict.fromkeys(key for name in saying.speakers for key in _speaker(name, cast)))


def _speaker(name: Named, cast: Cast) -> tuple[str, ...]:
    return cast.resolve_speaker(name.words, name.span) if norm(name.words) else ()
