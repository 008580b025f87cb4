"""Which names act as bodies do, though no noun of theirs says that they are one.

example          the HoR said · fighters of the AIOR · governor of the ARMM · KMT troops
example          the Royal Roelander Engineers (RRE) (letters in a bracket, of a name that is no thing's)
counter-example  the MLRS fired · an EEZ of 200 miles · rounds of HE · a Roe Patrol Vessel (RPV)
"""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.actors.kinds import is_people_noun
from testimonia.extract.actors.names import Name, Use
from testimonia.extract.actors.naming import norm
from testimonia.extract.actors.titles import office_heads
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set

__all__ = ["acts_as_body", "can_be_lettered"]

_DOING = word_set("naming", "acts") - {"was", "had", "became", "recommended", "records"}
_OF = frozenset({"from", "of"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})


def acts_as_body(*names: Name | None) -> bool:
    """Tell whether a text lets one of these names act, lead or be of people anywhere."""
    return any(name is not None and any(_acts(use) for use in name.uses) for name in names)


def can_be_lettered(name: str, letters: str) -> bool:
    """Tell whether a name with letters behind it can be a body's: no word tells a thing, plan or place."""
    low = {part.rstrip("s") for part in norm(name).split()} | set(norm(name).split())
    shouted = name.isupper() or len(low) < _FEWEST or len(letters) < _SHORTEST
    return not shouted and low.isdisjoint(_things())


_FEWEST = 2
_SHORTEST = 3
"""Words and letters at least: "High Explosive (HE)" may be anything."""


@cache
def _things() -> frozenset[str]:
    """Give the words that tell a thing, an event or a place from a body."""
    told = {
        part
        for table in ("events", "materiel", "placekinds", "months", "weekdays")
        for row in rows(table)
        for part in row["form"].lower().split()
    }
    return frozenset(told - _BODIES_TOO) | word_set("naming", "things_with_letters")


_BODIES_TOO = frozenset(
    {"command", "de", "division", "guard", "la", "mission", "of", "refugee", "refugees", "republic", "state"}
)
"""Words of things and places that head the names of bodies as well."""


def _acts(use: Use) -> bool:
    tokens = use.sentence.tokens
    at = _behind_bracket(tokens, use.last)
    told = tokens[at].low if at < len(tokens) else ""
    return told in _DOING or is_people_noun(told) or told in office_heads() or _of_people(tokens, use.first)


def _behind_bracket(tokens: Sequence[Token], at: int) -> int:
    """Give the token behind a name and its bracket: "Roe Rights Watch (RRW) | said"."""
    if at < len(tokens) and tokens[at].text == "(":
        closes = (k for k in range(at + 1, min(at + 8, len(tokens))) if tokens[k].text == ")")
        return next(closes, at) + 1
    return at + (at < len(tokens) and tokens[at].text == ")")


def _of_people(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether people or an office belong to the name: "soldiers from the X", "the leader of X"."""
    at = first - 1
    while at > 0 and (tokens[at].low in _ARTICLES or tokens[at].capital):
        at -= 1
    if at < 1 or tokens[at].low not in _OF:
        return False
    owner = tokens[at - 1].low
    return is_people_noun(owner) or owner in office_heads()
