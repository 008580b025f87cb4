"""What a figure of the infobox measures: killed, strength, tanks lost, or nothing that is claimed.

A bare figure counts what its parameter is about: losses beside "casualties", fighters beside
"strength", the dead beside "fatalities".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from testimonia.extract.infobox.kinds import Kind, kind_between
from testimonia.extract.infobox.materiel import name_thing
from testimonia.extract.infobox.nouns import Sort, is_ship, nouns_in, sort_of
from testimonia.extract.infobox.pieces import Item
from testimonia.extract.infobox.shares import is_share
from testimonia.extract.infobox.totals import is_total
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set
from testimonia.model import Measure, Quantity

__all__ = ["WEAK", "Base", "Count", "Setting", "count_of", "is_spared"]

Base = Literal["casualties", "strength", "killed", "wounded", "captured", "missing"]
"""What a parameter is about."""

WEAK = frozenset({"captured", "losses", "materiel_lost", "surrendered"})
"""What can happen to units and things as well as to people."""
_CREWS = frozenset({"crew", "guard", "escort", "garrison", "commando"})
"""Units that are counted by their members."""
_FLEETS = word_set("grammar", "fleets")
_SURE, _LIKELY, _UNLIKELY = 0.95, 0.8, 0.6


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
    sort: Sort = "nothing"
    sure: float = _SURE


@dataclass(frozen=True, slots=True)
class _Case:
    """An item taken apart, with what stands around it."""

    item: Item
    head: tuple[Token, ...]
    sort: Sort
    quantity: Quantity
    base: Base
    inherited: Measure | None
    before: Count | None

    @property
    def named(self) -> bool:
        """True if what is counted has a name: "5,000 Volkssturm"."""
        return any(token.capital for token in self.head)

    @property
    def units(self) -> bool:
        """True if whole units are counted, not their members."""
        nouns = nouns_in(self.head)
        whole = not (nouns and nouns[-1][2].singular in _CREWS) and not is_share(self.item.figure)
        return self.sort == "unit" and whole

    def count(self, measure: Measure, sure: float = _SURE) -> Count:
        """Count people."""
        return Count(measure, self.quantity, None, self.sort, sure)

    def things(self, measure: Measure, sure: float = _SURE) -> Count:
        """Count materiel."""
        return Count(measure, self.quantity, name_thing(self.head), "materiel", sure)


def count_of(
    item: Item, base: Base, inherited: Measure | None, before: Count | None, setting: Setting
) -> Count | None:
    """Tell what an item counts; None where nothing is claimed.

    `inherited` is the kind that a heading gives, `before` what the item before it counted.
    """
    quantity = _quantity(item)
    if quantity is None or is_spared(item):
        return None
    head = _nouns_of(item)
    case = _Case(item, head, _sort(item, head, quantity, setting), quantity, base, inherited, before)
    if case.sort == "blocked" or (item.kind is None and case.sort == "nothing" and _is_placed(case)):
        return None
    return _unmarked(case) if item.kind is None else _harmed(case, item.kind)


def is_spared(item: Item) -> bool:
    """Tell whether words say that no harm came: "12,000 escaped", "250,000 evacuated"."""
    near = [*item.head[-1:], *item.tail[:1]] if item.kind is None else item.head[-1:]
    return any(token.low in word_set("layout", "spared") for token in near)


def _quantity(item: Item) -> Quantity | None:
    if item.figure:
        return item.figure.quantity
    thing = " ".join(token.text for token in item.head)
    return Quantity("exact", 1, 1, thing) if thing else None


def _nouns_of(item: Item) -> tuple[Token, ...]:
    """Give the words that tell what is counted; "3 damaged ships" has them behind the word of harm."""
    head = item.head
    while head and head[0].low in word_set("layout", "auxiliary"):
        head = head[1:]
    behind = item.kind is not None and item.figure is not None and item.kind.first >= item.figure.last
    if item.head or not behind or kind_between(item.tail, 0, len(item.tail)):
        return head
    nouns = nouns_in(item.tail)
    return item.tail[: nouns[0][1]] if nouns and nouns[0][0] == 0 else ()


def _sort(item: Item, head: Sequence[Token], quantity: Quantity, setting: Setting) -> Sort:
    """Tell what the words count, doubtful nouns decided by their surroundings."""
    fighters = bool(head) and head[-1].low in {"fighter", "fighters"} and not any(t.capital for t in head)
    if is_ship(head) or (setting.flying and fighters):
        return "materiel"
    sort = sort_of(head)
    if sort != "unknown":
        return sort
    few = quantity.low is not None and quantity.low < 100
    if item.kind is None and few and head[0].capital and not setting.is_party(" ".join(t.text for t in head)):
        return "type"
    filled = all(token.low in word_set("layout", "filler") or token.kind != "word" for token in head)
    return "nothing" if filled else "unknown"


def _is_placed(case: _Case) -> bool:
    """Tell a part of something said before, or the number of a name, from a figure of its own.

    "part of 1,928", "out of an estimated 300,000"; "Group 1, 2 and 3"; "3,000 in hiding".
    """
    item, lead = case.item, case.item.lead
    if lead and lead[-1].low in word_set("layout", "placed") | {"of", "out"}:
        return True
    small = item.figure is not None and item.figure.quantity.low is not None and item.figure.quantity.low < 10
    named = bool(lead) and lead[-1].capital and lead[-1].low not in word_set("layout", "filler") | {"initial"}
    if case.base == "strength" and small and (named or item.segment > 0):
        return True
    tail = item.tail[:1]
    if any(token.low in word_set("layout", "moment") for token in item.tail[1:3]):
        return False  # "8,000 at the end"
    return bool(
        case.before and tail and tail[0].low in word_set("layout", "placed") and not is_total(item.tail)
    )


def _harmed(case: _Case, kind: Kind) -> Count | None:
    """Read an item with a word of harm."""
    if case.sort == "materiel":
        kept = case.base == "strength" and not case.item.head  # "50 captured tanks" are a strength
        return case.things("materiel_strength" if kept else "materiel_lost")
    if kind.materiel:
        return _lost(case)
    weak = kind.measure in WEAK
    noun = not case.item.inherited and _is_noun(case.item, kind)
    if weak and (case.units or (case.sort == "unknown" and not noun and not case.named)):
        return None
    return case.count(kind.measure, _SURE if case.sort != "unknown" else 0.9 if case.named else _LIKELY)


def _is_noun(item: Item, kind: Kind) -> bool:
    """Tell "575,000 medical casualties" from "12 cannons lost"."""
    return item.tokens[kind.first].low.endswith(("casualties", "losses"))


def _lost(case: _Case) -> Count | None:
    """Read a word that only things suffer; behind another figure the thing may be left out."""
    if is_share(case.item.figure) and case.sort in {"people", "unit", "nothing"}:
        fleet = bool(case.head) and case.head[-1].low in _FLEETS
        return case.things("materiel_lost") if fleet else case.count("losses", 0.9)
    if case.sort in {"people", "civilians", "unit"}:
        return None
    if case.sort == "nothing":
        thing = case.before.item if case.before else None
        return Count("materiel_lost", case.quantity, thing, "materiel", 0.9 if thing else _UNLIKELY)
    return case.things("materiel_lost", _LIKELY)


def _unmarked(case: _Case) -> Count | None:
    """Read an item without a word of harm by its nouns and its parameter."""
    if case.sort in {"materiel", "type"}:
        measure: Measure = "materiel_strength" if case.base == "strength" else "materiel_lost"
        return case.things(measure, _SURE if case.sort == "materiel" else _UNLIKELY)
    if case.base == "strength":
        return _strength(case)
    if case.units or (case.sort == "unknown" and not case.named and case.inherited is None):
        return None
    told = case.item.tail[:1] and case.item.tail[0].low in {"per", "according"}
    graded = told or any(token.low == "confirmed" for token in case.head)
    if graded and case.before and case.before.item is None:
        return case.count(case.before.measure, 0.85)
    plain: Measure = "losses" if case.base == "casualties" else case.base
    return case.count(case.inherited or plain, 0.9 if case.sort != "unknown" else 0.7)


def _strength(case: _Case) -> Count:
    """Read an item of a strength without a word of harm: fighters, whole units, or an unknown noun."""
    if case.units:
        return replace(case.count("strength", _LIKELY), quantity=_in_units(case.item))
    if case.sort != "unknown" or case.named:
        return case.count("strength", _SURE if case.sort != "unknown" else _LIKELY)
    single = case.quantity.low == case.quantity.high == 1
    listed = case.before and (case.before.sort == "materiel" or case.before.measure == "strength")
    happened = case.head[-1].low.endswith(("ed", "ing"))  # "5,000 engaged"
    if (single or listed) and not happened:
        return case.things("materiel_strength", _UNLIKELY)
    return case.count("strength", _UNLIKELY)


def _in_units(item: Item) -> Quantity:
    """Whole units are no number of fighters: the words stay, the bounds are open."""
    first = 0 if item.lead and item.lead[-1].low == "of" else item.first
    phrase = " ".join(token.text for token in item.tokens[first : item.last])
    return Quantity("vague", None, None, phrase, phrase)
