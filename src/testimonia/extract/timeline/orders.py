"""What an order sets going: "ordered the corps to withdraw" tells of a retreat, if it was obeyed or not.

example          ordered a new attack → attack · ordered 600 guns to bombard the lines → bombardment
counter-example  ordered a halt to the offensive → other · ordered preparations for an assault → other
                 ordered them not to retreat → other
"""

from collections.abc import Sequence

from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.timeline.words import Word, stem, stems
from testimonia.extract.tokens import Token
from testimonia.model import HappeningKind

__all__ = ["is_order", "ordered"]

_ORDER = stem("order")
_STOPS = stems(
    "halt stop end termination cancel suspend postpone delay prepare preparation plan not surrender"
)
_FARTHEST = 14
"""Words behind the verb where the deed may stand: "ordered the 3rd and the 5th Corps to attack"."""
_OBJECTS = among("a an the further new another immediate")


def is_order(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a verb orders something, in the active voice."""
    return stem(tokens[verb.head].low) == _ORDER and not verb.passive


def ordered(tokens: Sequence[Token], behind: Sequence[Word], verb: Verb) -> HappeningKind:
    """Give the kind of what is ordered: a deed behind "to", or the object itself; "other" for all else."""
    for word in behind:
        between = tokens[verb.head + 1 : word.first]
        if len(between) > _FARTHEST or any(stem(token.low) in _STOPS for token in between):
            return "other"
        lead = between[-1].low if between else ""
        if lead == "to" or (between and between[0].low in _OBJECTS and len(between) < 4):
            return "other" if word.kind == "capture" else word.kind
    return "other"
