"""What single words and fixed phrases can be: function word, verb, noun, sign of harm or of saying.

All knowledge is in the lexicon; here it is only laid out for quick look-up.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import get_args

from testimonia.extract.phrases import PhraseTable
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags, rows, word_set
from testimonia.model import Measure

__all__ = [
    "FIGHTERS",
    "KILLED_OR_CAPTURED",
    "MEASURES",
    "Noun",
    "Report",
    "Trigger",
    "bare_reports",
    "compound_of",
    "function_tag",
    "goes_with",
    "is_saying_noun",
    "noun_of",
    "noun_openers",
    "reports_at",
    "sense_of",
    "tell_openers",
    "triggers_at",
    "verb_roles",
]

Row = Mapping[str, str]

FIGHTERS = frozenset({"fighter", "fighters"})
"""Aircraft where their model is told or they are shot down, men where they are killed."""

_UNCHANGED = ("craft", "cannon")
"""Ends of nouns of machines that are the same in the plural: "two cannon"."""


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
    personal: bool = False
    """True if it is weak, but speaks of harm where one person is named, too: "was shot"."""
    of_people: bool = False
    """True if it is weak, and a bare number is not its object: "led away 40 women"."""
    materiel: bool = False
    """True if the harmed are things: "destroyed", "shot down"."""
    parts: tuple[Measure, ...] = ()
    """What it tells of each where no number joins them: "the crews were killed or captured"."""

    @property
    def is_noun(self) -> bool:
        """True for "casualties" and "the dead", as against "killed"."""
        return self.role in {"noun_event", "noun_person"}


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of saying."""

    form: str
    role: str
    stance: str
    frame: str
    """What it takes (reporting.tsv); "none" where it speaks of something else."""
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """A known noun for people, units or machines."""

    form: str
    singular: str
    kind: str
    """people, unit, materiel."""
    category: str = "unknown"
    """combatants, civilians, mixed, unknown."""
    plural: bool = False
    collective: bool = False


# --- words by their class and shape ----------------------------------------------------------------


def function_tag(low: str) -> str | None:
    """Give the tag of a function word (function_words.tsv), None for other words."""
    return function_tags().get(low)


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row["form"]: tuple(row["roles"].split("+")) for row in rows("irregular_verbs")}


_ED_NOUNS = word_set("grammar", "ed_nouns")
_ING_NOUNS = word_set("grammar", "ing_nouns")


@lru_cache(maxsize=1 << 16)
def verb_roles(low: str) -> tuple[str, ...]:
    """Give the verb forms a word can be by its shape: past, participle, gerund, infinitive; () for none."""
    known = _irregular().get(low)
    if known is not None:
        return known
    if low.endswith("ed") and len(low) > 3 and low not in _ED_NOUNS:
        return ("past", "participle")
    return ("gerund",) if low.endswith("ing") and len(low) > 4 and low not in _ING_NOUNS else ()


# --- words of harm ---------------------------------------------------------------------------------

_KILLED_OR = re.compile("(?:kill(?:ed|ing)|slain) or |captur(?:ed|ing) or kill")
KILLED_OR_CAPTURED: tuple[Measure, Measure] = ("killed", "captured")

MEASURES: dict[str, Measure] = {measure: measure for measure in get_args(Measure)}


@cache
def _triggers() -> PhraseTable[Trigger]:
    people = [(row, MEASURES[row["measure"]]) for row in rows("casualty")]
    things = [(row, MEASURES["materiel_lost"]) for row in rows("materiel_verbs")]
    return PhraseTable((row["form"], _trigger(row, measure)) for row, measure in (*people, *things))


def _trigger(row: Row, measure: Measure) -> Trigger:
    sense = sense_of(row["form"], row["lemma"], measure, row["role"], row["patient"], row["strength"])
    either = measure == "losses" and row.get("joint") == "captured" and _KILLED_OR.match(row["form"])
    return replace(sense, parts=KILLED_OR_CAPTURED) if either else sense


def sense_of(form: str, lemma: str, measure: Measure, role: str, patient: str, strength: str) -> Trigger:
    """Give the sense of harm of a form; `strength` is that of the tables: strong, weak, personal, people."""
    return Trigger(
        form,
        lemma,
        measure,
        role,
        patient,
        weak=strength != "strong",
        personal=strength == "personal",
        of_people=strength == "people",
        materiel=measure == "materiel_lost",
    )


def triggers_at(tokens: Sequence[Token], at: int) -> tuple[int, Sequence[Trigger]]:
    """Give the end of the longest words of harm or loss that begin at token `at`, and what they can be."""
    return _triggers().all_at(tokens, at)


def goes_with(verb: str, word: str) -> bool:
    """Tell whether a word makes a phrase of harm with a verb before it, "apart" with "torn"."""
    return word in _triggers().seconds(verb)


# --- words of saying -------------------------------------------------------------------------------

_NO_VERBS = frozenset({"noun", "preposition", "adverb"})


@cache
def _reports() -> PhraseTable[Report]:
    verbs = (row for row in rows("reporting") if row["role"] not in _NO_VERBS)
    return PhraseTable(
        (row["form"], Report(row["form"], row["role"], row["stance"], row["frame"], row["lemma"]))
        for row in verbs
    )


def reports_at(tokens: Sequence[Token], at: int) -> tuple[int, Sequence[Report]]:
    """Give the end of the longest verb of saying that begins at token `at`, and what it can be."""
    return _reports().all_at(tokens, at)


def bare_reports(low: str) -> Sequence[Report]:
    """Give the verbs of saying that a single word can be."""
    return _reports().alone(low)


@cache
def _saying_nouns() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("reporting") if row["role"] == "noun")


def is_saying_noun(low: str) -> bool:
    """Tell whether a word can be a noun of saying ("reports", "claims")."""
    return low in _saying_nouns()


@cache
def tell_openers() -> frozenset[str]:
    """Give the words that words of harm and verbs of saying begin with."""
    return _triggers().firsts | _reports().firsts


# --- nouns -----------------------------------------------------------------------------------------


@cache
def _nouns() -> PhraseTable[Noun]:
    return PhraseTable((noun.form, noun) for noun in _all_nouns())


def _all_nouns() -> Iterator[Noun]:
    """Give the known nouns: people before offices before machines before units."""
    for row in rows("people"):
        number = row["number"]
        yield Noun(
            row["form"],
            row["singular"],
            "people",
            row["category"],
            plural=number != "singular",
            collective=number == "collective",
        )
    for row in rows("offices"):
        yield Noun(row["form"], row["form"], "people")
    for row in rows("materiel"):
        plural = row["form"] != row["singular"] or row["form"].endswith(_UNCHANGED)
        yield Noun(row["form"], row["singular"], "materiel", "combatants", plural=plural)
    for row in rows("units"):
        yield Noun(row["form"], row["singular"], "unit", "combatants", plural=row["form"] != row["singular"])


def noun_openers() -> frozenset[str]:
    """Give the words that known nouns begin with."""
    return _nouns().firsts


def noun_of(tokens: Sequence[Token], at: int) -> tuple[int, Noun] | None:
    """Give the end of the known noun that begins at token `at`, and the noun; None if there is none.

    A machine whose name is written with a capital is none in small letters: "nine Hurricanes", "hurricanes".
    """
    last, found = _nouns().all_at(tokens, at)
    for noun in found:
        if noun.kind != "materiel" or tokens[at].text[0].isupper() or not noun.form[0].isupper():
            return last, noun
    return None


_NO_KINDS = frozenset({"anti", "counter", "ex", "non", "post", "pre", "pro", "quasi", "vice"})
"""What a compound may begin with that does not tell a kind of what it ends in: "ex-soldiers"."""


def compound_of(word: str) -> Noun | None:
    """Give the known noun that a hyphenated word is a kind of: "half-galleys", "twelve-pounders"."""
    first, hyphen, last = word.rpartition("-")
    found = _nouns().alone(last.lower()) if hyphen and first.lower() not in _NO_KINDS else ()
    return replace(found[0], form=word) if found else None
