"""Figures, kinds and voices in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.lexicon import plural_of

if TYPE_CHECKING:
    from testimonia.model import Estimate
    from testimonia.pages.dossier import Dossier, Said
    from testimonia.pages.locale import Locale

__all__ = [
    "amount",
    "estimate_whom",
    "figure",
    "in_words",
    "item_words",
    "kind_words",
    "licence_name",
    "short_whom",
    "side_name",
    "voice_words",
    "who_words",
    "whom_words",
]

_KINDS = {
    "killed_or_wounded": "killed or wounded",
    "materiel_strength": "materiel",
    "materiel_lost": "materiel lost",
}
_LARGE = re.compile(r"(?<![\w.,/-])[1-9][0-9]{4,8}(?![\w/-]|[.,][0-9])")
"""A whole number of five digits and more that stands by itself."""
_NOUNS = {"losses", "materiel lost"}
_LICENCE = re.compile(r"https?://creativecommons\.org/licenses/(?P<terms>[a-z-]+)/(?P<version>[\d.]+)")


def amount(said: Said, locale: Locale) -> str:
    """Tell how many: "20–30", "about 60", "12 or more", "up to 40", "several", "none", "unknown"."""
    record, number = said.record, locale.number
    low, high = record.low, record.high
    if record.quantity == "vague":
        return (record.wording or record.verbatim).lower()
    if low is None and high is None:
        return record.quantity.replace("_", " ") if record.quantity != "exact" else "unknown"
    if low is None or high is None:
        return f"{number(low)} or more" if low is not None else f"up to {number(high or 0)}"
    if low == high:
        shown = "none" if low == 0 else number(low)
        return f"about {shown}" if record.approximate else shown
    shown = f"{number(low)}–{number(high)}"
    return f"about {shown}" if record.approximate else shown


def figure(said: Said, locale: Locale) -> str:
    """Tell how many and of what kind: "20–30 killed", "no losses", "strength about 60", "2 tanks lost"."""
    if said.record.item:
        lost = " lost" if said.record.kind.endswith("lost") else ""
        return f"{item_words(said, locale)}{lost}"
    number, kind = amount(said, locale), kind_words(said.record.kind)
    if said.record.kind.endswith("strength"):
        return f"{kind} {number}"
    return f"no {kind}" if number == "none" and kind in _NOUNS else f"{number} {kind}"


def in_words(says: str, verbatim: str, locale: Locale) -> str:
    """Give the sentence of a claim with its large numbers as the language writes them.

    `verbatim` is what the article says: a number that stands there just so may be a name ("Unit 61398").
    """
    return _LARGE.sub(lambda found: found[0] if found[0] in verbatim else locale.number(int(found[0])), says)


def item_words(said: Said, locale: Locale) -> str:
    """Tell how much of which materiel: "6 tanks", "several tanks"; "captured tanks" have no other figure."""
    number, item = amount(said, locale), said.record.item
    item = item if said.record.high == 1 else plural_of(item)
    return number if item.lower() in number.lower() else f"{number} {item}"


def kind_words(measure: str, item: str = "") -> str:
    """Name a measure: "killed or wounded", "materiel lost: tank"."""
    words = _KINDS.get(measure, measure.replace("_", " "))
    return f"{words}: {item}" if item else words


def side_name(dossier: Dossier, key: str) -> str:
    """Name a side by who fights on it: "Side 1: France, Mali"."""
    camp = next((camp for camp in dossier.camps if str(camp.number) == key), None)
    return f"Side {key}: {camp.name}" if camp and camp.name else f"Side {key}"


def voice_words(dossier: Dossier, voice: str) -> str:
    """Say who speaks, for a legend."""
    match voice:
        case "article":
            return "the article, without saying whose figure it is"
        case "joint":
            return "several sides together"
        case "outside":
            return "others, of no side"
        case _:
            return side_name(dossier, voice)


def whom_words(said: Said) -> str:
    """Say of whom a figure is, "" where that is the whole side."""
    return " and ".join(said.record.parties)


def who_words(said: Said) -> str:
    """Say who speaks."""
    if said.who:
        return " and ".join(one.label for one in said.who)
    if said.record.stance == "reported":
        return "reportedly"
    return "the infobox" if said.record.zone == "infobox" else "the article"


def short_whom(dossier: Dossier, said: Said) -> str:
    """Say of whom a figure is, with acronyms."""
    return " and ".join(dossier.short(label) for label in said.record.parties)


def estimate_whom(dossier: Dossier, estimate: Estimate) -> str:
    """Say of whom an estimate is."""
    labels = dossier.estimates.labels if dossier.estimates else {}
    if estimate.whom == "party":
        return " and ".join(sorted(labels.get(key, key) for key in estimate.parties))
    side = "" if estimate.side is None else f"side {estimate.side}"
    if estimate.whom == "side":
        return side
    return f"{estimate.whom} of {side}" if side else estimate.whom


def licence_name(iri: str) -> str:
    """Name a licence of Creative Commons in short, "CC BY-SA 4.0"; others by their address."""
    found = _LICENCE.match(iri)
    return f"CC {found['terms'].upper()} {found['version']}" if found else iri
