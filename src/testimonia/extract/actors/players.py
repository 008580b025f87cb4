"""Which actors of an article are worth a record: who takes part, counts, speaks or goes by several names.

example          a belligerent · who is harmed or says so · Ann Roe, mayor of Orm · the NRC, also in full
                 · the 5th Division that a dated sentence names · the body that Ann Roe speaks for
counter-example  Ann Roe, who wrote a book about it · a regiment that is only listed
"""

from collections.abc import Iterable, Sequence

from testimonia.extract.actors.naming import norm
from testimonia.model import Actor, Assertion, Claim, Happening, Participation, Statement

__all__ = ["keep_players"]


def keep_players(
    actors: Sequence[Actor],
    participations: Iterable[Participation],
    claims: Iterable[Claim],
    assertions: Iterable[Assertion],
    statements: Iterable[Statement],
    happenings: Iterable[Happening],
) -> tuple[Actor, ...]:
    """Leave out actors that are only mentioned; those that others belong to are kept with them."""
    told = {one.actor for one in participations}
    for claim in claims:
        told.update(claim.parties, claim.claimants)
    for assertion in assertions:
        told.update(assertion.parties, assertion.claimants)
    for statement in statements:
        told.update(statement.speakers, statement.on_behalf_of, [statement.outlet or ""])
    dated = {norm(name) for happening in happenings for name in happening.actors}
    kept = {actor.key for actor in actors if actor.key in told or _has_a_part(actor, dated)}
    by_key = {actor.key: actor for actor in actors}
    pending = list(kept)
    while pending:
        for key in _behind(by_key[pending.pop()]):
            if key in by_key and key not in kept:
                kept.add(key)
                pending.append(key)
    return tuple(actor for actor in actors if actor.key in kept)


def _has_a_part(actor: Actor, dated: set[str]) -> bool:
    """Tell who stands on a side, holds an office, has several names or acts on a date."""
    named = bool(actor.aliases) or actor.office is not None or actor.side is not None
    return named or norm(actor.label) in dated


def _behind(actor: Actor) -> tuple[str, ...]:
    """Give the actors that one belongs to or stands for."""
    office = (actor.office.body,) if actor.office is not None and actor.office.body is not None else ()
    return (*actor.member_of, *actor.aligned_to, *office)
