"""What a claim says, in a short English sentence such as "At least 12 guards were killed.".

The sentence is for people who look at the graph; the words of the source are in the mentions. It is
the proposition alone: who said it, and whether it is denied, stands beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.mapping.identity import is_acronym

if TYPE_CHECKING:
    from collections.abc import Sequence

    from testimonia.model import Actor, Category, Claim, Quantity

__all__ = ["proposition"]

LONG_NAME = 20
"""Characters; longer names make a sentence hard to read."""

_PEOPLE: dict[Category, tuple[str, str]] = {
    "combatants": ("combatant", "combatants"),
    "civilians": ("civilian", "civilians"),
    "mixed": ("person", "people"),
    "unknown": ("person", "people"),
}
_HARMED = {
    "killed": "killed",
    "wounded": "wounded",
    "captured": "captured",
    "killed_or_wounded": "killed or wounded",
    "neutralised": "neutralised",
    "displaced": "displaced",
}
_DETERMINERS = frozenset({
    "some", "several", "many", "few", "a few", "quite a few", "numerous", "multiple", "various", "countless",
})  # fmt: skip
"""Vague words that stand before a noun as they are; "dozens" needs "of", "heavy" neither."""
_PLURALS = frozenset(
    {"men", "women", "people", "police", "troops", "personnel", "children", "militia", "gunmen"}
)
_MASS = ("craft", "artillery", "equipment", "materiel", "ammunition", "armour", "armor", "weaponry")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her) (?=\S)", re.IGNORECASE)


def proposition(claim: Claim, parties: Sequence[Actor]) -> str:
    """Put a claim in one English sentence; `parties` are the actors behind its party keys."""
    if claim.measure == "strength":
        sentence = _strength(claim, parties)
    elif claim.measure == "losses":
        sentence = _losses(claim, parties)
    elif claim.measure in {"materiel_strength", "materiel_lost"}:
        sentence = _materiel(claim, parties)
    else:
        sentence = _harm(claim, parties)
    return sentence[:1].upper() + sentence[1:]


# --- people -------------------------------------------------------------------------------------


def _harm(claim: Claim, parties: Sequence[Actor]) -> str:
    """Say how many were killed, wounded, …: "Between 30 and 40 jihadists were killed."."""
    quantity = claim.quantity
    if quantity.kind in {"unknown", "not_reported"}:
        done = f" {_done(claim, one=False)[1]}"
        return f"the number of {_people(claim, parties, one=False)}{done} is {_silence(quantity)}."
    one = _one(quantity)
    if one and len(parties) == 1 and parties[0].kind == "person":
        counted = _label(parties[0])
    elif quantity.kind == "none":
        counted = f"no {_people(claim, parties, one=False)}"
    else:
        counted = _counted(quantity, _people(claim, parties, one=one))
    note = f" (“{quantity.wording}”)" if _unspoken(quantity) else ""
    be, done = _done(claim, one=one)
    return f"{counted} {be}{' ' if be else ''}{done}{note}."


def _done(claim: Claim, *, one: bool) -> tuple[str, str]:
    """Give the verb to be and the participle: ("were", "killed"), ("", "surrendered")."""
    if claim.measure == "surrendered":
        return "", "surrendered"
    return ("was" if one else "were"), ("missing" if claim.measure == "missing" else _HARMED[claim.measure])


def _people(claim: Claim, parties: Sequence[Actor], *, one: bool) -> str:
    """Name the people counted: "jihadists", "combatants of Mali", "civilians", "people of side 1"."""
    if len(parties) == 1 and parties[0].kind == "described group":
        label = _label(parties[0])
        if one and _is_plural(label):
            return f"of the {label}"
        return label if one or _is_plural(label) else f"members of the {label}"
    noun = _PEOPLE[claim.category][0 if one else 1]
    holder = _holder(claim, parties)
    return f"{noun} of {holder}" if holder else noun


def _counted(quantity: Quantity, people: str) -> str:
    """Put a figure before a noun; a singular one after "of the" reads "1 of the Malian soldiers"."""
    if quantity.kind != "vague":
        return f"{_figure(quantity)} {people}"
    word = _vague(quantity)
    if word in _DETERMINERS:
        return f"{word} {people}"
    if _is_amount(word):
        return f"{word} {people if word.endswith(' of') else f'of {people}'}"
    return f"an unstated number of {people}"


# --- losses, strength, materiel -----------------------------------------------------------------


def _losses(claim: Claim, parties: Sequence[Actor]) -> str:
    """Say what a party lost: "France had no losses.", "Side 1 had heavy losses."."""
    holder = _holder(claim, parties)
    if claim.quantity.kind in {"unknown", "not_reported"}:
        return f"the losses{f' of {holder}' if holder else ''} are {_silence(claim.quantity)}."
    how_many = _how_many(claim.quantity, "loss", "losses")
    if holder:
        return f"{holder} had {how_many}."
    return f"there {'was' if _one(claim.quantity) else 'were'} {how_many}."


def _strength(claim: Claim, parties: Sequence[Actor]) -> str:
    """Say how strong a party was: "The strength of side 2 was about 60."."""
    holder = _holder(claim, parties)
    of = f" of {holder}" if holder else ""
    quantity = claim.quantity
    if quantity.kind in {"unknown", "not_reported"}:
        return f"the strength{of} is {_silence(quantity)}."
    if quantity.kind == "vague":
        return f"the strength{of} was “{_vague(quantity)}”."
    return f"the strength{of} was {'0' if quantity.kind == 'none' else _figure(quantity)}."


def _materiel(claim: Claim, parties: Sequence[Actor]) -> str:
    """Say what equipment a party had or lost: "3 tanks of side 1 were lost."."""
    one = _one(claim.quantity)
    holder = _holder(claim, parties)
    single, several = _item_forms(claim.item or "piece of equipment")
    if claim.quantity.kind in {"unknown", "not_reported"}:
        lost = " lost" if claim.measure == "materiel_lost" else ""
        return (
            f"the number of {several}{f' of {holder}' if holder else ''}{lost} is {_silence(claim.quantity)}."
        )
    how_many = _how_many(claim.quantity, single, several)
    if claim.measure == "materiel_lost":
        return f"{how_many}{f' of {holder}' if holder else ''} {'was' if one else 'were'} lost."
    return f"{holder} had {how_many}." if holder else f"{how_many} took part."


def _how_many(quantity: Quantity, single: str, several: str) -> str:
    """Put a figure or a vague word before a thing: "no losses", "1 tank", "heavy losses"."""
    if quantity.kind == "none":
        return f"no {several}"
    if quantity.kind != "vague":
        return f"{_figure(quantity)} {single if _one(quantity) else several}"
    word = _vague(quantity)
    if _is_amount(word):
        return f"{word} {several if word.endswith(' of') else f'of {several}'}"
    return f"{word} {several}"


def _item_forms(item: str) -> tuple[str, str]:
    """Give the singular and plural of an item as written: tank and tanks, aircraft and aircraft."""
    words = _ARTICLE.sub("", item, count=1)
    head, of, rest = words.partition(" of ")
    if head.endswith(_MASS):
        return words, words
    if head.endswith("s") and not head.endswith(("ss", "us")):
        return head.removesuffix("s") + of + rest, words
    if re.search(r"[^aeiou]y$", head):
        return words, head[:-1] + "ies" + of + rest
    return words, head + ("es" if head.endswith(("s", "x", "ch", "sh")) else "s") + of + rest


# --- figures ------------------------------------------------------------------------------------


def _figure(quantity: Quantity) -> str:
    """Write a figure: "30", "about 60", "between 30 and 40", "at least 12", "at most 200"."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return "an unstated number of"
    if low is None or high is None:
        return f"at least {low}" if high is None else f"at most {high}"
    if low != high:
        return f"between {low} and {high}"
    return f"about {low}" if quantity.approximate else str(low)


def _one(quantity: Quantity) -> bool:
    return quantity.low == quantity.high == 1


def _silence(quantity: Quantity) -> str:
    return "unknown" if quantity.kind == "unknown" else "not reported"


def _vague(quantity: Quantity) -> str:
    return (quantity.wording or quantity.verbatim or "some").strip().lower()


def _is_amount(word: str) -> bool:
    """Tell "dozens", "hundreds", "a handful of" from adjectives such as "heavy"."""
    return word.endswith((" of", " number", " handful")) or bool(re.fullmatch(r"(?:[\w-]+ )*\w{3,}s", word))


def _unspoken(quantity: Quantity) -> bool:
    """Tell whether a vague word can only be quoted beside the sentence: "heavy"."""
    word = _vague(quantity)
    return quantity.kind == "vague" and word not in _DETERMINERS and not _is_amount(word)


# --- parties ------------------------------------------------------------------------------------


def _holder(claim: Claim, parties: Sequence[Actor]) -> str:
    """Name whose losses or strength it is: "Mali", "MSA and GATIA", "side 1", or nobody."""
    if parties:
        names = [f"the {_label(p)}" if p.kind == "described group" else _short(p) for p in parties]
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"side {claim.side}" if claim.side is not None else ""


def _short(actor: Actor) -> str:
    """Name an actor by its acronym, where its name is long."""
    acronyms = (alias for alias in actor.aliases if is_acronym(alias))
    return actor.label if len(actor.label) <= LONG_NAME else next(acronyms, actor.label)


def _label(actor: Actor) -> str:
    return _ARTICLE.sub("", actor.label, count=1)


def _is_plural(label: str) -> bool:
    last = re.sub(r"\W+$", "", label).rpartition(" ")[2].lower()
    return last in _PLURALS or (last.endswith("s") and not last.endswith("ss"))
