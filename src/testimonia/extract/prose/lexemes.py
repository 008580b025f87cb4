"""What single words and fixed phrases can be: function word, verb, noun, sign of harm.

All knowledge is in the lexicon; here it is only laid out for quick look-up by first word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.extract.grammar import words
from testimonia.extract.phrases import PhraseTable
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows
from testimonia.model import Measure

__all__ = [
    "Noun",
    "Report",
    "Trigger",
    "bare_reports",
    "function_tag",
    "is_saying_noun",
    "noun_of",
    "reports_at",
    "triggers_at",
    "verb_roles",
]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of harm or loss: "killed", "taken prisoner", "casualties", "shot down"."""

    form: str
    lemma: str
    measure: Measure
    role: str
    """past, participle, gerund, present, infinitive, noun_event, noun_person, adjective."""
    patient: str
    """Whose harm: "object" of the active verb, "subject", or "of" for nouns."""
    weak: bool = False
    """True if it speaks of harm only with people (or things) as its object: "lost", "seized"."""
    materiel: bool = False
    """True if the harmed are things: "destroyed", "shot down"."""


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of saying."""

    form: str
    lemma: str
    role: str
    stance: str
    frame: str


@dataclass(frozen=True, slots=True)
class Noun:
    """A known noun: people, unit, materiel, body."""

    form: str
    singular: str
    kind: str
    """people, unit, materiel, body, speaker."""
    category: str = "unknown"
    plural: bool = False
    collective: bool = False
    sort: str = ""


@cache
def _function_words() -> dict[str, str]:
    return {row["form"]: row["tag"] for row in rows("function_words")}


def function_tag(low: str) -> str | None:
    """Give the tag of a function word (function_words.tsv), None for other words."""
    return _function_words().get(low)


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row["form"]: tuple(row["roles"].split("+")) for row in rows("irregular_verbs")}


_ED_NOUNS = words("ed_nouns")
_ING_NOUNS = words("ing_nouns")


def verb_roles(low: str) -> tuple[str, ...]:
    """Give the verb forms a word can be by its shape: past, participle, gerund, infinitive; () for none."""
    known = _irregular().get(low)
    if known:
        return known
    if low.endswith("ed") and len(low) > 3 and low not in _ED_NOUNS:
        return ("past", "participle")
    if low.endswith("ing") and len(low) > 4 and low not in _ING_NOUNS:
        return ("gerund",)
    return ()


@cache
def _triggers() -> PhraseTable[Trigger]:
    entries: list[tuple[str, Trigger]] = []
    for row in rows("casualty"):
        weak = row.get("strength", "") == "weak"
        entries.append(
            (
                row["form"],
                Trigger(row["form"], row["lemma"], row["measure"], row["role"], row["patient"], weak),
            )
        )  # type: ignore[arg-type]
    for row in rows("materiel_verbs"):
        weak = row.get("strength", "") == "weak"
        entries.append(
            (
                row["form"],
                Trigger(row["form"], row["lemma"], "materiel_lost", row["role"], row["patient"], weak, True),
            )
        )
    return PhraseTable(entries)


def triggers_at(tokens: Sequence[Token], at: int) -> tuple[int, Sequence[Trigger]]:
    """Give the end of the longest words of harm or loss that begin at token `at`, and what they can be."""
    return _triggers().all_at(tokens, at)


@cache
def _reports() -> PhraseTable[Report]:
    return PhraseTable(
        [
            (r["form"], Report(r["form"], r["lemma"], r["role"], r["stance"], r["frame"]))
            for r in rows("reporting")
            if r["role"] not in {"noun", "preposition", "adverb"}
        ]
    )


def reports_at(tokens: Sequence[Token], at: int) -> tuple[int, Sequence[Report]]:
    """Give the end of the longest verb of saying that begins at token `at`, and what it can be."""
    return _reports().all_at(tokens, at)


def bare_reports(low: str) -> Sequence[Report]:
    """Give the verbs of saying that a single word can be."""
    return _reports().alone(low)


@cache
def _nouns() -> PhraseTable[Noun]:
    entries: list[tuple[str, Noun]] = []
    for row in rows("people"):
        plural = row["number"] != "singular"
        entries.append(
            (
                row["form"],
                Noun(
                    row["form"],
                    row["singular"],
                    "people",
                    row["category"],
                    plural,
                    row["number"] == "collective",
                    row["kind"],
                ),
            )
        )
    for row in rows("offices"):
        entries.append((row["form"], Noun(row["form"], row["form"], "people", "unknown")))
    for row in rows("materiel"):
        entries.append(
            (
                row["form"],
                Noun(
                    row["form"],
                    row["singular"],
                    "materiel",
                    "combatants",
                    row["form"] != row["singular"] or row["form"].endswith("craft"),
                    False,
                    row["kind"],
                ),
            )
        )
    for row in rows("units"):
        entries.append(
            (
                row["form"],
                Noun(row["form"], row["singular"], "unit", "combatants", row["form"] != row["singular"]),
            )
        )
    return PhraseTable(entries)


@cache
def _saying_nouns() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("reporting") if row["role"] == "noun")


def is_saying_noun(low: str) -> bool:
    """Tell whether a word can be a noun of saying ("reports", "claims")."""
    return low in _saying_nouns()


def noun_of(tokens: Sequence[Token], at: int) -> tuple[int, Noun] | None:
    """Give the known noun that begins at token `at`, as (end, noun); people before materiel before units."""
    return _nouns().at(tokens, at)
