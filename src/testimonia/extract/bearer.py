"""Who bears a count: the actors that the words name, and the side they are on.

Where the words only describe ("six soldiers", "40 tanks"), the side is inferred, the surest first: from
those whose own people they are, from the doer, whose enemies they are, from the one that is said to have
them, at last from whom the sentence and the two before it speak of, where they speak of one side alone.
On hand-read articles that last inference was right in 31 of 37 strengths, and the side named last before
lost machines in 19 of 24, or in 25 of 31 where it is named in the sentences before alone; it was
taken or gave in in 10 of 11. For people whom a verb says to be killed it was no better than a coin.
Counts that no word gives to anybody are of the side of which alone their sentence speaks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.extract.actors import Cast
from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.drafts import ClaimDraft
from testimonia.extract.enmity import first_side, is_enemy, side_of, side_of_enemy
from testimonia.extract.possession import (
    called_rebels,
    called_to_arms,
    fights,
    held_by,
    is_make,
    is_nobody,
    nameless,
    owners,
    possessor,
    untold,
)
from testimonia.model import FIELDED, Category, PartyBasis

__all__ = ["Bearer", "find_bearer"]

_HEAVY = re.compile(
    r"\b(?:tanks?|aircraft|helicopters?|(?:war|air)?planes?|jets?|fighters?|armou?red|APCs?|BMPs?|carriers?"
    r"|gunships?|bombers?|MiG|Su-|Mi-)",
    re.IGNORECASE,
)
_OWN_TOLL = frozenset({"prose.verb.reduced", "prose.noun.among", "prose.loss.list", "prose.loss.predicate"})
"""Rules whose counts of harm are mostly of whom the talk is: "with eight killed" (17 of 18 read by hand)."""
_TAKEN = frozenset({"materiel_lost", "captured"})
"""What a side tells of the other: 11 of 12 such figures without a name, read by hand, and none of its own."""
_GIVEN_UP = frozenset({"captured", "surrendered"})
_HURT = frozenset({"killed", "wounded", "killed_or_wounded", "missing"})
_BOASTS = frozenset({"claimed", "estimated"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who is harmed or counted, and on what that rests."""

    parties: tuple[str, ...]
    """Keys of actors."""
    side: int | None
    category: Category
    basis: PartyBasis


def find_bearer(draft: ClaimDraft, cast: Cast) -> Bearer:
    """Find the bearer of a drafted count among an article's cast."""
    parties: list[str] = []
    side, category, basis = draft.side, draft.category, draft.party_basis
    for name in draft.parties:
        if is_nobody(draft, name) or is_make(draft, name, cast):
            continue
        flag = cast.sides.of_ship(name.words) if draft.item is not None else None
        if flag is not None:
            side = flag if draft.side is None else side
            continue  # the ship is what was lost; whose it was is its navy's side
        party = cast.resolve_party(name.words, name.span, draft.category)
        parties.extend(party.keys)
        if draft.side is None and party.side is not None:
            side = party.side
        category = party.category if category == "unknown" else category
    if category == "civilians" or (draft.helpless and not called_to_arms(draft, parties, cast)):
        return Bearer(tuple(dict.fromkeys(parties)), None, "civilians", basis)
    told = Bearer(tuple(parties), side, category, basis)
    found = told if draft.zone == "infobox" else _with_inferred(draft, told, cast)
    fighting = category == "unknown" and fights(draft, found.parties, found.side, cast)
    return Bearer(
        tuple(dict.fromkeys(found.parties)),
        found.side,
        "combatants" if fighting else category,
        found.basis if found.parties or found.side else draft.party_basis,
    )


def _with_inferred(draft: ClaimDraft, told: Bearer, cast: Cast) -> Bearer:
    """Add what is inferred to what the words of a count in prose tell of its bearer."""
    parties, side, basis = told.parties, told.side, told.basis
    if side is None and is_enemy(draft):
        side = side_of_enemy(draft, cast)
    elif side is None:
        side = _inferred_side(draft, cast)
        held = held_by(draft, cast) if side is None and nameless(parties, cast) else ()
        if held:
            side = next((cast.get(key).side for key in held), None)
            near = _told_around(draft, cast) if side is None and not _is_led(held, cast) else None
            side, parties = (near, parties) if near is not None else (side, held)
        elif side is None and nameless(parties, cast) and not _of_others(draft):
            side = _of_the_other(draft, cast) or _told_around(draft, cast) or _told_of_alone(draft, cast)
            basis = basis if side is None else "inferred"
            parties = parties if side is not None else owners(draft, cast) or parties
    if untold(draft, parties):
        parties = possessor(draft, side, cast) or parties
    return Bearer(parties, side, told.category, basis)


def _is_led(held: Sequence[str], cast: Cast) -> bool:
    """Tell persons and peoples, whom no camp may know, from bodies: the talk around tells their side."""
    actors = [cast.get(key) for key in held]
    return any(
        actor.kind == "person" or (actor.kind == "described group" and " " not in actor.label)
        for actor in actors
    )


def _inferred_side(draft: ClaimDraft, cast: Cast) -> int | None:
    """Give the side through whose own people, or whose enemies, the harmed are."""
    own = first_side(draft.own, cast)
    if own is None and draft.own and draft.measure not in FIELDED:
        own = cast.sides.of_make(draft.own[0].words)  # the crew of a "Ju 88"
    made = cast.sides.of_make(draft.item) if own is None and draft.item is not None else None
    if own is not None or made is not None:
        return own if own is not None else made
    if draft.own and draft.measure not in FIELDED:
        return None
    if draft.doer is not None and len(cast.sides.numbers) == 2 and not _anybody(draft):
        doer = side_of(draft.doer, cast)
        doer = doer if doer is not None else cast.sides.of_make(draft.doer.words)
        if doer is not None:
            return cast.sides.other(doer)
    placed = first_side(draft.parties, cast) if len(cast.sides.numbers) == 2 else None
    if placed is not None:
        return placed  # "the attackers" of the attack before
    heavy = draft.item is not None and _HEAVY.search(draft.item) is not None
    if heavy and not (_of_others(draft) or called_rebels(draft)):
        return cast.sides.only_state  # rebels seldom have tanks or aircraft: they are the army's
    return None


def _of_the_other(draft: ClaimDraft, cast: Cast) -> int | None:
    """Give the side against which one side claims losses; who confirms some may speak of its own."""
    boasted = draft.measure in _TAKEN and draft.stance in _BOASTS
    if draft.saying is None or not boasted or len(cast.sides.numbers) != 2:
        return None
    speaker = first_side(draft.saying.speakers, cast)
    return cast.sides.other(speaker) if speaker is not None else None


def _told_around(draft: ClaimDraft, cast: Cast) -> int | None:
    """Give the side that the sentence speaks of before the count, or the only one around it."""
    if len(cast.sides.numbers) != 2:
        return None
    titled = side_of(draft.heading, cast) if draft.heading is not None else None
    if draft.measure == "materiel_lost" or (draft.measure in FIELDED and titled is not None):
        active = draft.rule == "prose.verb.active"
        done = draft.doer is not None and active  # who is named before may have done it
        near = cast.told.before(draft.sentence, draft.span) if not done else None
        near = near if near is not None else titled
        lost = draft.measure == "materiel_lost" and not active
        return near if near is not None or not lost else cast.told.last_around(draft.sentence)
    if draft.measure in FIELDED:
        near = cast.told.before(draft.sentence, draft.span)
        near = near if near is not None else cast.told.alone_around(draft.sentence)
        return near if near is not None or draft.topic is None else side_of(draft.topic, cast)
    fighters = draft.category == "combatants" or not draft.parties
    gave_in = draft.measure in _GIVEN_UP and draft.category == "combatants"
    near = cast.told.before(draft.sentence, draft.span) if gave_in else None
    if near is not None:
        return near
    own_toll = fighters and draft.rule in _OWN_TOLL
    alone = cast.told.alone_around(draft.sentence, named=True) if own_toll else None
    return alone if alone is not None or not fighters else titled


def _told_of_alone(draft: ClaimDraft, cast: Cast) -> int | None:
    """Give the one side that the sentence speaks of, or the line above its list: "Roe losses were:".

    On hand-read articles 34 of 34 losses and machines of which the words tell nobody were of that side;
    the dead and wounded of whom nothing is told may be anybody's, as "the bodies" that troops find.
    """
    if len(cast.sides.numbers) != 2 or draft.doer is not None or draft.own:
        return None
    plain = all(name.words.islower() for name in draft.parties)
    listed = cast.told.alone_in(draft.introduced) if draft.introduced is not None and plain else None
    anybody = draft.parties or draft.measure in _HURT or draft.rule == "prose.loss.silence"
    return listed if listed is not None or anybody else cast.told.alone_in(draft.sentence)


def _of_others(draft: ClaimDraft) -> bool:
    """Tell "200 Poe horsemen", "Orr's men", who are on no side as far as the text tells."""
    words = [word for name in draft.parties for word in name.words.split() if word[0].isupper()]
    return any(word.endswith(("'s", "’s")) or is_demonym(word) for word in words)


def _anybody(draft: ClaimDraft) -> bool:
    """Tell "killed two people", who may be anybody's, from "killed two soldiers" and "killed two"."""
    return bool(draft.parties) and draft.category == "unknown" and draft.measure not in _GIVEN_UP
