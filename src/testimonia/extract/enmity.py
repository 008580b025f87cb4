"""On which side those are whom a count calls the enemy.

example          the Dows destroyed 12 enemy tanks · the Dows claimed 300 enemy dead → the Roes'
counter-example  The Dows came. The enemy lost 300 men.  (whoever tells it may be a Roe)
"""

from collections.abc import Sequence

from testimonia.extract.actors import Cast
from testimonia.extract.actors.naming import norm
from testimonia.extract.drafts import ClaimDraft, Named

__all__ = ["first_side", "is_enemy", "side_of", "side_of_enemy"]

_ENEMIES = frozenset({"adversaries", "adversary", "enemies", "enemy", "foe", "foes", "opponents"})


def is_enemy(draft: ClaimDraft) -> bool:
    """Tell "20 of the enemy", "the enemy army of 300 men" from whoever is named."""
    words = {word for name in (*draft.parties, *draft.own) for word in norm(name.words).split()}
    return not _ENEMIES.isdisjoint(words)


def side_of_enemy(draft: ClaimDraft, cast: Cast) -> int | None:
    """Give the side of "the enemy": not who says it, nor who does it, nor who is named before."""
    whose = first_side(draft.saying.speakers, cast) if draft.saying is not None else None
    if whose is None and draft.doer is not None:
        whose = side_of(draft.doer, cast)
    elif whose is None:
        whose = cast.told.before(draft.sentence, draft.span)
    return cast.sides.other(whose) if whose is not None and len(cast.sides.numbers) == 2 else None


def first_side(names: Sequence[Named], cast: Cast) -> int | None:
    """Give the side of the first of some names that has one."""
    return next((side for name in names if (side := side_of(name, cast)) is not None), None)


def side_of(name: Named, cast: Cast) -> int | None:
    """Give the side of a name: of the actor that it means, else of its words."""
    words, span = cast.recalled.of(name.words, name.span) or (name.words, name.span)
    known = cast.find(words)
    if known is not None and cast.get(known).side is not None:
        return cast.get(known).side
    return cast.side_of_words(words, span)
