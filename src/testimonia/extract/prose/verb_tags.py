"""Which words are verbs: by the lexicon, by their ending, or by what stands before them.

example          Orr reports that · officials claim · could attack · did not suffer
counter-example  initial reports of · to the north · according to state media · the ministry reports
"""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.figures import vague_adjective
from testimonia.extract.prose.attributive import is_adjective
from testimonia.extract.prose.lexemes import (
    function_tag,
    is_saying_noun,
    noun_of,
    reports_at,
    tell_openers,
    triggers_at,
    verb_roles,
)
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set

__all__ = ["MODALS", "after_modal", "tag_shape", "tag_verb"]

_BEFORE_VERBS = word_set("grammar", "before_verbs")
_BETWEEN = frozenset({"all", "also", "both", "each", "later", "now", "still", "then"})
_LY_VERBS = frozenset(
    {"ally", "apply", "comply", "fly", "imply", "multiply", "rally", "rely", "reply", "supply"}
)
_NO_REPORTERS = word_set("grammar", "no_reporters")
MODALS = word_set("grammar", "modals")
"""Words that an infinitive stands behind: "could", "to"."""
_CLAUSES = frozenset({",", ";", ".", "and", "but", "while", "although", "whereas"})
_TOLD = frozenset(
    {"that", "of", "the", "a", "an", "their", "total", "about", "over", "some", "around", "between", "losses"}
)
"""Words that what a name says begins with: "Orr reports that", "Orr estimates the dead at 20"."""
_DO = frozenset({"do", "does", "did"})
_LOSSES = frozenset({"casualties", "loss", "losses"})
_SHORTEST, _EARLY = 4, 7
"""Tokens before a verb that goes on behind an aside, and where the aside opens."""
_NO_VERB_ENDINGS = ("ary", "ical", "ous", "ive", "ful", "ine", "ian", "ern", "tion", "sion", "ness", "ity")
"""Endings of adjectives and nouns that hardly any verb has."""


def tag_verb(tokens: Sequence[Token], at: int) -> str | None:
    """Tag a word as verb: by the lexicon, by its ending, or behind a modal; None if it is none."""
    known = _known_verb(tokens, at)
    if known in {"V", "G"}:
        return known
    shaped = tag_shape(tokens[at].low)
    if shaped is not None:
        return shaped
    return "I" if known == "I" or after_modal(tokens, at) else None


def tag_shape(low: str) -> str | None:
    """Tag a word as verb by its shape; None if it has none of a verb."""
    shaped = verb_roles(low)
    if not shaped:
        return None
    return "G" if shaped == ("gerund",) else "I" if shaped == ("infinitive",) else "V"


def after_modal(tokens: Sequence[Token], at: int) -> bool:
    """Tell "to attack", "could attack" from "to military sources", "to the north"."""
    if _after_negation(tokens, at):
        return True
    if not at or tokens[at - 1].low not in MODALS or tokens[at].low[:1].isdigit():
        return False  # "Do 17s"
    if tokens[at].low.endswith("ly") and tokens[at].low not in _LY_VERBS:
        return False  # "could probably have"
    return tokens[at - 1].low != "to" or not _no_infinitive(tokens, at)


def _after_negation(tokens: Sequence[Token], at: int) -> bool:
    """Tell "did not suffer", "could not hold" from "but not civilians"."""
    denied = at > 1 and tokens[at - 1].low in {"not", "never"}
    return denied and tokens[at - 2].low in _DO and function_tag(tokens[at].low) is None


def _no_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Tell words that "to" stands before as a preposition: by their shape, or as known nouns."""
    low = tokens[at].low
    if at > 1 and tokens[at - 2].low == "according":
        return True
    if _grades_loss(tokens, at):
        return True
    known = {trigger.role for trigger in triggers_at(tokens, at)[1]}
    known |= {report.role for report in reports_at(tokens, at)[1]}
    if known & {"infinitive", "present"} or "infinitive" in verb_roles(low):
        return False
    plural = low.endswith("s") and not low.endswith(("ss", "us"))
    return plural or low.endswith(_NO_VERB_ENDINGS) or noun_of(tokens, at) is not None


def _grades_loss(tokens: Sequence[Token], at: int) -> bool:
    """Tell "due to heavy casualties", "led to high losses" from "to light fires"."""
    before_loss = at + 1 < len(tokens) and tokens[at + 1].low in _LOSSES
    return before_loss and vague_adjective(tokens, at) is not None


def _known_verb(tokens: Sequence[Token], at: int) -> str | None:
    """Tell the tag of a word that the lexicon has as a verb of harm or of saying."""
    if tokens[at].low not in tell_openers() or (at > 1 and tokens[at - 2].low == "according"):
        return None  # "according to state media"
    roles = {trigger.role for trigger in triggers_at(tokens, at)[1]}
    roles |= {report.role for report in reports_at(tokens, at)[1]}
    if roles & {"past", "participle"}:
        return "V"
    if "gerund" in roles:
        return "G"
    between = at > 1 and (tokens[at - 1].low.endswith("ly") or tokens[at - 1].low in _BETWEEN)
    beside = at - 1 - between  # "he accordingly estimates"
    led = at > 0 and (
        not _BEFORE_VERBS.isdisjoint((tokens[beside].low, tokens[at - 1].low))
        or _named_before(tokens, at, beside)
        or _body_before(tokens, at)
        or _paper_before(tokens, at)
        or _one_before(tokens, at)
        or _resumed(tokens, at)
        or _after_negation(tokens, at)
    )
    told = led or ("infinitive" in roles and _plural_before(tokens, beside + 1))
    if ("noun_event" in roles or is_saying_noun(tokens[at].low) or _are_papers(tokens, at)) and not told:
        return None
    base = "infinitive" in roles and (told or _second_infinitive(tokens, at))
    return "I" if base or "present" in roles else None


def _named_before(tokens: Sequence[Token], at: int, beside: int) -> bool:
    """Tell "the Post reports that", "Orr reports of", "Orr estimates 20 dead" from "Initial reports of".

    The name may stand before "both" and "also": then it ends at `beside`.
    """
    place = beside if beside < at - 1 else _before_bracket(tokens, at) - 1
    name, behind = tokens[place], tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or not name.capital:
        return False
    aside = behind.text == "," and place > 0 and tokens[place - 1].text == ","  # ", Orr claims, and"
    told = behind.low in _TOLD or behind.kind == "number" or behind.capital or aside
    told = told and (behind.low != "of" or tokens[at].low != "estimates")  # "Roe estimates of the dead"
    describes = name.low in _NO_REPORTERS or is_adjective(name.low) or verb_roles(name.low)
    return told and not describes and noun_of(tokens, place) is None


def _before_bracket(tokens: Sequence[Token], at: int) -> int:
    """Give the place behind "Orr" in "Orr (1999) estimates"."""
    if tokens[at - 1].text != ")":
        return at
    opens = (place for place in range(at - 2, max(0, at - 8), -1) if tokens[place].text == "(")
    return next(opens, at)


def _resumed(tokens: Sequence[Token], at: int) -> bool:
    """Tell "The archives, opened in 1990, record 20 dead" from "archives, diaries, record books"."""
    if at < _SHORTEST or tokens[at - 1].text != "," or at + 1 >= len(tokens) or not _is_told(tokens[at + 1]):
        return False
    comma = next((place for place in range(1, min(at - 2, _EARLY)) if tokens[place].text == ","), None)
    if comma is None or tokens[comma + 1].capital:
        return False
    head = tokens[comma - 1]
    several = head.low in _papers() or head.low in _sayers()
    one = head.low in _sheets() or (head.capital and function_tag(tokens[0].low) is None)
    return several or (one and tokens[at].low.endswith("s") and tokens[at + 1].low != "of")


def _is_told(behind: Token) -> bool:
    return behind.kind == "number" or behind.low in _TOLD


def _body_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell "The ministry reports that" from "denied the ministry reports that"."""
    if tokens[at - 1].low not in _bodies() or at + 1 >= len(tokens) or tokens[at + 1].low != "that":
        return False
    first = at - 1
    while first > 0 and (tokens[first].capital or function_tag(tokens[first].low) is None):
        first -= 1
    article = tokens[first].low == "the"
    return article and (not first or tokens[first - 1].low in _CLAUSES)


def _paper_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell "the register records 20 dead", "the report claims that" from "the report estimates of"."""
    if not tokens[at].low.endswith("s") or at + 1 >= len(tokens):
        return False
    if tokens[at - 1].low not in _sheets() and not _of_sheet(tokens, at):
        return False
    return tokens[at + 1].kind == "number" or tokens[at + 1].low in {"that", "only", "about", "over", "some"}


def _are_papers(tokens: Sequence[Token], at: int) -> bool:
    """Tell "casualty lists show that", "personnel documents in cases" from "he lists 20 dead"."""
    if tokens[at].low not in _papers() or at + 1 >= len(tokens):
        return False
    return function_tag(tokens[at + 1].low) == "P" or bool(reports_at(tokens, at + 1)[1])


def _one_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell "The author lists 20 dead", "the historian records that" from "the soldier records of"."""
    if at < 2 or at + 1 >= len(tokens) or not tokens[at].low.endswith("s"):
        return False
    told = tokens[at + 1].kind == "number" or tokens[at + 1].low == "that"
    found = noun_of(tokens, at - 1) if told and tokens[at - 2].low in {"the", "a", "an"} else None
    return found is not None and found[0] == at and found[1].kind == "people" and not found[1].plural


def _of_sheet(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word stands behind "the diary of the 12th Brigade"."""
    links = (place for place in range(max(1, at - 6), at) if tokens[place].low == "of")
    body = tokens[at - 1].capital or noun_of(tokens, at - 1) is not None
    return body and any(tokens[place - 1].low in _sheets() for place in links)


def _plural_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a plural noun for people or papers stands before ("officials claim", "reports show")."""
    if at and function_tag(tokens[at - 1].low) is not None:
        return False  # "news of a record bag"
    if at and (tokens[at - 1].low in _papers() or tokens[at - 1].low in _sayers() or _of_papers(tokens, at)):
        return True
    found = noun_of(tokens, at - 1) if at else None
    return found is not None and found[0] == at and found[1].kind == "people" and found[1].plural


def _of_papers(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word stands behind "records of the Dow Brigade"."""
    links = (place for place in range(max(1, at - 4), at) if tokens[place].low == "of")
    return any(tokens[place - 1].low in _papers() for place in links)


def _second_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Tell the second verb of "could hit one and destroy six", "to kill or wound"."""
    joined = at > 0 and tokens[at - 1].low in {"and", "or"}
    return joined and any(token.low in MODALS for token in tokens[max(0, at - 7) : at - 1])


@cache
def _papers() -> frozenset[str]:
    """Give the plurals of what things are said in: "records", "reports"."""
    last = {row["form"].lower().split()[-1] for row in rows("saying_nouns")}
    return frozenset(form for form in last if form.endswith("s") or form == "data")


@cache
def _sheets() -> frozenset[str]:
    """Give the singulars of what things are said in: "register", "report"."""
    last = {row["form"].lower().split()[-1] for row in rows("saying_nouns")}
    return frozenset(form for form in last if not form.endswith("s"))


@cache
def _sayers() -> frozenset[str]:
    """Give the plurals of those who say things: "analysts", "scholars"."""
    return frozenset(row["form"].lower() for row in rows("speakers") if row["number"] == "plural")


@cache
def _bodies() -> frozenset[str]:
    """Give the last words of bodies that say things: "ministry", "military"."""
    return frozenset(row["form"].lower().split()[-1] for row in rows("bodies"))
