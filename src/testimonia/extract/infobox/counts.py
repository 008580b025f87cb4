"""What a figure of the infobox measures: killed, strength, tanks lost, or nothing that is claimed.

A bare figure counts what its parameter is about: losses beside "casualties", fighters beside
"strength", the dead beside "fatalities".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from testimonia.extract.infobox.items import Item
from testimonia.extract.infobox.kinds import kind_between
from testimonia.extract.infobox.nouns import is_ship, nouns_in, sort_of
from testimonia.extract.infobox.totals import is_total
from testimonia.extract.infobox.words import words
from testimonia.extract.tokens import Token
from testimonia.model import Measure, Quantity

__all__ = ["Base", "Count", "Setting", "count_of", "is_spared"]

Base = Literal["casualties", "strength", "killed", "wounded", "captured", "missing"]

_FILLERS = words("filler")
_SPARED = words("spared")
"""Words behind a figure of people that no harm came to, or of things that were not lost."""
_AUXILIARIES = words("auxiliary")
_PLACED = words("placed")
_WEAK_UNITS = frozenset({"captured", "losses", "materiel_lost", "surrendered"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rest of the infobox tells about doubtful nouns."""

    flying: bool
    """True beside bombers: "fighters" are aircraft."""
    is_party: Callable[[str], bool]
    """Tells the name of a party or people from other capitalised words."""


@dataclass(frozen=True, slots=True)
class Count:
    """What an item counts."""

    measure: Measure
    quantity: Quantity
    item: str | None = None
    """For materiel: what."""
    sort: str = "nothing"
    sure: float = 0.95


def count_of(
    item: Item, base: Base, inherited: Measure | None, before: "Count | None", setting: "Setting"
) -> Count | None:
    """Tell what an item counts; None where nothing is claimed.

    `inherited` is the kind that a heading gives, `before` what the item before it counted.
    """
    head = _nouns_of(item)
    while head and head[0].low in _AUXILIARIES:
        head = head[1:]
    sort = "materiel" if is_ship(head) or (setting.flying and _is_fighter(head)) else sort_of(head)
    quantity = _quantity(item)
    if quantity is None or sort == "blocked" or is_spared(item):
        return None
    if item.kind is None and sort == "nothing" and item.lead and item.lead[-1].low in _PLACED | {"of", "out"}:
        return None  # "part of 1,928", "out of an estimated 300,000"
    if item.kind is None and sort == "nothing" and _is_numbered(item, base):
        return None
    if sort == "unknown" and item.kind is None and _is_type(head, quantity, setting):
        sort = "type"  # "41 Dakota"
    if sort == "unknown" and all(token.low in _FILLERS or token.kind != "word" for token in head):
        sort = "nothing"
    if item.kind is None:
        return _unmarked(item, base, inherited, (head, sort, quantity), before)
    return _harmed(item, base, (head, sort, quantity), before)


def _nouns_of(item: Item) -> tuple[Token, ...]:
    """Give the words that tell what is counted; "3 damaged ships" has them behind the word of harm."""
    if (
        item.head
        or not item.tail
        or item.kind is None
        or item.figure is None
        or item.kind.first < item.figure.first
    ):
        return item.head
    tail = item.tail
    if kind_between(tail, 0, len(tail)):
        return ()
    nouns = nouns_in(tail)
    return tail[: nouns[0][1]] if nouns and nouns[0][0] == 0 else ()


def _is_type(head: Sequence[Token], quantity: Quantity, setting: Setting) -> bool:
    """Tell a type of materiel from a people: capitalised, few, and nobody who takes part."""
    few = quantity.low is not None and quantity.low < 100
    return few and head[0].capital and not setting.is_party(" ".join(token.text for token in head))


def _is_fighter(head: Sequence[Token]) -> bool:
    return bool(head) and head[-1].low in {"fighter", "fighters"} and not any(token.capital for token in head)


def _is_numbered(item: Item, base: Base) -> bool:
    """Tell the number of a name ("Group 1, 2 and 3") from a count."""
    low = item.figure.quantity.low if item.figure else None
    named = (
        bool(item.lead)
        and item.lead[-1].capital
        and item.first > 0
        and item.lead[-1].low not in _FILLERS | {"initial"}
    )
    return (
        base == "strength"
        and low is not None
        and low < 10
        and item.figure is not None
        and (named or item.segment > 0)
    )


def is_spared(item: Item) -> bool:
    """Tell whether words say that no harm came: "12,000 escaped", "250,000 evacuated"."""
    near = [*item.head[-1:], *item.tail[:1]] if item.kind is None else item.head[-1:]
    return any(token.low in _SPARED for token in near)


def _quantity(item: Item) -> Quantity | None:
    if item.figure:
        return item.figure.quantity
    words = " ".join(token.text for token in item.head)
    return Quantity("exact", 1, 1, words) if words else None


def _harmed(
    item: Item, base: Base, counted: tuple[Sequence[Token], str, Quantity], before: Count | None
) -> Count | None:
    """Read an item with a word of harm."""
    head, sort, quantity = counted
    kind = item.kind
    assert kind is not None
    measure = kind.measure
    if sort == "materiel":
        things = base == "strength" and kind.first < item.tokens.index(head[0]) if head else False
        return Count("materiel_strength" if things else "materiel_lost", quantity, _thing(head), sort)
    if kind.materiel:
        if sort in {"people", "civilians", "unit"}:
            return None
        if sort == "nothing":
            elided = before if before and before.item else None
            return Count(
                "materiel_lost", quantity, elided.item if elided else None, "materiel", 0.9 if elided else 0.6
            )
        return Count("materiel_lost", quantity, _thing(head), "materiel", 0.8)
    if sort == "unit" and measure in _WEAK_UNITS and not _is_crew(head):
        return None
    named = item.tokens[kind.first].low.endswith(("casualties", "losses"))
    if (
        sort == "unknown"
        and measure in _WEAK_UNITS
        and not named
        and not any(token.capital for token in head)
    ):
        return None
    return Count(measure, quantity, None, sort, 0.95 if sort != "unknown" else 0.85)


def _is_crew(head: Sequence[Token]) -> bool:
    nouns = nouns_in(head)
    return bool(nouns) and nouns[-1][2].singular in {"crew", "guard", "escort", "garrison", "commando"}


def _unmarked(
    item: Item,
    base: Base,
    inherited: Measure | None,
    counted: tuple[Sequence[Token], str, Quantity],
    before: Count | None,
) -> Count | None:
    """Read an item without a word of harm by its nouns and its parameter."""
    head, sort, quantity = counted
    if sort in {"materiel", "type"}:
        sure = 0.95 if sort == "materiel" else 0.6
        return Count(
            "materiel_strength" if base == "strength" else "materiel_lost",
            quantity,
            _thing(head),
            "materiel",
            sure,
        )
    if base == "strength":
        if sort == "unit" and not _is_crew(head):
            return Count("strength", _unit_quantity(item, quantity), None, sort, 0.8)
        if sort == "unknown" and not any(token.capital for token in head):
            return _unknown_strength(head, quantity, before)
        return Count("strength", quantity, None, sort, 0.95 if sort != "unknown" else 0.8)
    if sort == "unit" and not _is_crew(head):
        return None
    if sort == "unknown" and not any(token.capital for token in head):
        return None
    if sort == "nothing" and before and item.tail and item.tail[0].low in _PLACED and not is_total(item.tail):
        return None  # "3,000 in hiding", "1,634 in combat": a part of something said before
    if any(token.low == "confirmed" for token in head) and before and before.item is None:
        return Count(before.measure, quantity, None, sort, 0.85)
    measure: Measure = inherited or ("losses" if base == "casualties" else base)
    return Count(measure, quantity, None, sort, 0.9 if sort != "unknown" else 0.7)


def _unknown_strength(head: Sequence[Token], quantity: Quantity, before: Count | None) -> Count:
    """Take an unknown noun for materiel in a list of men and materiel, for people where it stands alone."""
    single = quantity.low == 1 and quantity.high == 1
    if single or (before and (before.sort == "materiel" or before.measure == "strength")):
        return Count("materiel_strength", quantity, " ".join(token.text for token in head), "materiel", 0.6)
    return Count("strength", quantity, None, "unknown", 0.6)


def _unit_quantity(item: Item, quantity: Quantity) -> Quantity:
    """Whole units are no number of fighters: the words stay, the bounds are open."""
    first = item.tokens.index(item.lead[0]) if item.lead and item.lead[-1].low == "of" else item.first
    words = " ".join(token.text for token in item.tokens[first : item.last])
    return Quantity("vague", None, None, words, words)


def _thing(head: Sequence[Token]) -> str:
    """Name the materiel as written, one of it: "light bomber", "tanks and APCs"."""
    words = [token.text for token in head if token.kind in {"word", "ordinal", "number"} or token.text == "/"]
    while head and head[-1].low.endswith("ly"):
        head, words = head[:-1], words[:-1]
    nouns = [noun for noun in nouns_in(head) if noun[2].sort == "materiel"]
    last = nouns[-1] if nouns else None
    if (
        not words
        or last is None
        or last[1] != len(head)
        or any(token.low in {"and", "/", "&"} for token in head)
    ):
        return _as_written(head) if words else ""
    return " ".join(
        [
            *(token.text for token in head[: last[0]] if token.kind == "word"),
            _cased(head[last[0]], last[2].singular),
        ]
    )


def _as_written(head: Sequence[Token]) -> str:
    parts = [
        token
        for token in head
        if token.kind in {"word", "ordinal", "number"} or token.text in {"/", "&", ","}
    ]
    words = parts[0].text
    for before, token in pairwise(parts):
        words += (" " if token.start > before.end else "") + token.text
    return words


def _cased(token: Token, singular: str) -> str:
    """Keep the capital of a designation or name."""
    return (
        singular[0].upper() + singular[1:] if token.text[0].isupper() and singular[0].islower() else singular
    )
