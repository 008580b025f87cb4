"""A people that fights, counted by its name: it is a force, as against a people that lives somewhere.

example          20,000 Roes defended the island · attacked by 1,500 Wolds · consisting of 300 Swiss
                 Orr led 4,000 Wolds · joined by 900 Roes · gives the figure of 9,000 Roes and 900 Dows
counter-example  20,000 Roes lived there · the town had 9,000 Wolds · 4,000 Wolds were deported
"""

from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import behind, verb_before
from testimonia.extract.prose.lists import end_of_counts
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import peoples, word_set

__all__ = ["take_part"]

_NUMBERED = word_set("grammar", "numbered")
_STRIKES = word_set("grammar", "strikes")
_ATTACKING = word_set("grammar", "attacking")
_DEFENDED = word_set("grammar", "defended")
_MARCHED = word_set("grammar", "marched")
_FIELDING = word_set("grammar", "fielding")
_LOOSELY = word_set("grammar", "fielded_loosely")
_COMMAND = frozenset({"army", "command", "disposal", "force", "forces", "leadership", "ranks", "service"})
_COMPRISING = frozenset({"comprised", "comprising", "contained", "had", "included", "including"})
_BROUGHT_UP = word_set("grammar", "brought_up") | {"accompanied", "aided", "followed"}
_FACING = word_set("grammar", "met_in_battle")
_PEOPLES = ("eans", "ians", "ites", "landers")
"""How the names of peoples end that no list knows, though no machine's does: "Numidians"."""
_FIGURES = frozenset({"estimate", "figure", "figures", "number", "numbers", "strength", "total"})


def take_part(row: Row, at: int) -> bool:
    """Tell "20,000 Roes defended the island", a people that fights, from "20,000 Roes lived there"."""
    return any(told(row, at) for told in (_makes_up, _fights, _serves, _is_had))


def _makes_up(row: Row, at: int) -> bool:
    """Read "consisting of 300 Swiss and 200 Wolds": a people in what a force is made of."""
    link = at - 1
    while row.near(link).figure is not None or row.near(link).kind == "conj" or row.comma(link):
        link -= 1
    made = row.near(link - 1).low in {"consisting", "consisted", "composed"}
    return (row.near(link).low == "of" and made) or (
        link < at - 1 and row.near(link).kind == "vp" and row.near(link).low in _NUMBERED
    )


def _fights(row: Row, at: int) -> bool:
    """Read "attacked by 1,500 Wolds", "20,000 Roes defended the island", not "20,000 Roes lived there"."""
    verb, after = row.near(at - 2), row.near(behind(row, end_of_counts(row, at, 1)))
    attacked = row.near(at - 1).low in {"by", "with"} and (verb.low in _STRIKES or verb.low in _DEFENDED)
    fighting = after.kind == "vp" and not after.passive and after.low in _STRIKES | _DEFENDED | _ATTACKING
    return row[at].many and (attacked or fighting)


def _serves(row: Row, at: int) -> bool:
    """Read "50 soldiers and 1,500 Wolds", "300 Roes of the Dow Brigade": a people that serves."""
    body = row.near(at + 2)
    if row.near(at + 1).low in {"of", "from"} and body.of_kind("unit") and body.figure is None:
        return True
    before = at - 1 - (row.near(at - 1).kind == "conj")
    before -= row.comma(before)
    other = row.near(before)
    men = other.of_kind("people") and other.noun is not None and other.noun.category == "combatants"
    return before < at - 1 and other.figure is not None and men and other.harm is None


def _is_had(row: Row, at: int) -> bool:
    """Read "Orr led 400 Wolds and 90 Roes", "joined by 400 Wolds", "the figure of 400 Wolds"."""
    chunk = row[at]
    folk = chunk.low in peoples() or chunk.low.endswith(_PEOPLES)
    if not (folk and chunk.many):
        return False
    first = end_of_counts(row, at, -1)
    return _is_weighed(row, first) or _is_governed(row, at, first)


def _is_weighed(row: Row, first: int) -> bool:
    """Read "the figure of 9,000 Roes", "fought 9,000 Dows against 900 Roes"."""
    link = row.near(first - 1)
    if link.low == "against" and not any(chunk.triggers or chunk.harm for chunk in row):
        return any(chunk.figure is not None for chunk in row[: first - 1])
    return link.low == "of" and row.near(first - 2).low in _FIGURES


def _is_governed(row: Row, at: int, first: int) -> bool:
    """Read "led 900 Wolds", "was joined by 900 Wolds", "faced 900 Wolds", "had 900 Wolds in his army"."""
    link, place = row.near(first - 1), verb_before(row, first)
    verb = row.near(place)
    if verb.kind != "vp" or verb.negated or verb.modal:
        return False
    if link.low in {"by", "with"}:
        return verb.low in _BROUGHT_UP or (link.low == "with" and verb.low in _ATTACKING | _MARCHED)
    if verb.passive or place != first - 1:
        return False
    under = any(near.low in _COMMAND and near.figure is None for near in row[at + 1 : at + 6])
    if verb.low in _FACING or (verb.low in _FIELDING and (under or verb.low not in _LOOSELY)):
        return True
    return verb.low in _COMPRISING and any(row[one].of_kind("unit") for one in subjects_of(row, place)[:1])
