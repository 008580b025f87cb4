"""Numbers that count nobody: parts of names, designations of machines, measures and money.

example          Hill 123 · No. 5 · Ju 87 · He 111 · 617 Squadron · $400 · 20 mm · 3 km · five oil tanks
counter-example  in Roe 107 men · 40 Division men · 5 foot soldiers · 70,000 Axis soldiers
"""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.numbers import Number, parse_number
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, rows, word_set

__all__ = ["MODEL_WORDS", "is_armament", "is_measure", "is_name", "unit_of"]

_BEFORE_NAMES = word_set("grammar", "before_names")
_MAKERS = word_set("naming", "makers")
_MONEY = word_set("grammar", "money")
_SHORT = 3
_MANY = 1000
"""From here on, what stands before a name may be a year."""
_LATEST = 2100
_MODELS = frozenset({"ju", "bf", "he", "fw", "do", "me", "jg", "kg", "stg", "zg"})
_SHORT_WORDS = word_set("grammar", "short_words")
MODEL_WORDS = frozenset({"He", "Me", "Do"})
"""Makers of aircraft that are spelled as words of grammar: "He 111", "Do 17"."""
_WORKS = frozenset({"film", "movie", "documentary", "novel", "book", "miniseries", "album", "song"})
_GUNS = word_set("grammar", "guns")
_ARMED = word_set("grammar", "armed")
_GAPS = frozenset({",", ";", "and", "while"})
"""What stands before a clause whose verb is left out."""
_MANNED = word_set("grammar", "manned")
_MEASURING = frozenset({"mm", "cm", "m", "inch", "pounder", "pounders", "pdr", "pdrs"})
"""First words of nouns of force that measure all the same: "20 mm guns"."""


def is_name(tokens: Sequence[Token], start: int, number: Number) -> bool:
    """Tell names and money from counts: "Hill 123", "No. 5", "$400"."""
    before = tokens[start - 1].low if start else ""
    if before == "." and start > 1:
        before = tokens[start - 2].low
    if before in _MONEY or (before == "/" and start > 1 and tokens[start - 2].kind == "number"):
        return True  # "the 4/5 Roe Fusiliers"
    if number.spelled or _is_unit_count(tokens, start):
        return False
    if start and tokens[start - 1].capital and before in _counted_words():
        return _opens_name(tokens, number.last)  # "3 KIA 5 WIA", "12 Killed 30 Wounded"
    if _is_part_of_unit(tokens, number.last):
        return True
    if (
        before in _BEFORE_NAMES
        or (start and before in _MAKERS and tokens[start - 1].capital)
        or _closes_name(tokens, start, number.last)
    ):
        return True
    return (
        _is_designation(tokens, start)
        or _opens_name(tokens, number.last)
        or _is_ordinal(tokens, start, number.last)
        or _dates_event(tokens, start, number)
    )


@cache
def _counted_words() -> frozenset[str]:
    """Give the words that close a count even with a capital: "KIA", "Wounded", "Tanks"."""
    harms = (row for row in rows("casualty") if row["role"] in {"participle", "adjective", "noun_person"})
    people = (row for row in rows("people") if row["number"] != "singular")
    things = (row for name in ("materiel", "units") for row in rows(name) if row["form"] != row["singular"])
    counted = {row["form"] for row in (*people, *things) if row["form"].islower()}
    return frozenset(form.lower() for form in {*(row["form"] for row in harms), *counted} if " " not in form)


def _is_part_of_unit(tokens: Sequence[Token], last: int) -> bool:
    """Tell "the 4/5 Roe Fusiliers", "the 1/8th Roe Rifles", units in one, from counts."""
    if last + 2 >= len(tokens) or tokens[last].text != "/" or tokens[last].end != tokens[last + 1].start:
        return False
    return tokens[last + 1].kind in {"number", "ordinal"} and tokens[last + 2].capital


def _dates_event(tokens: Sequence[Token], start: int, number: Number) -> bool:
    """Tell the year of "the 1986 Roe bombing" from "1986 men": nothing but names before one happening."""
    if not (_MANY <= number.value < _LATEST and len(tokens[start].text) == len("1986")):
        return False
    at = number.last
    if any(token.low in _WORKS for token in tokens[at : at + _SHORT]):
        return True  # "the 1970 biographical film"
    while at < len(tokens) and tokens[at].capital and tokens[at].low not in _happenings():
        at += 1
    spelled_small = at > number.last and at + 1 < len(tokens) and tokens[at + 1].low in _happenings()
    at += spelled_small and tokens[at].low not in _happenings() and tokens[at].kind == "word"
    if at >= len(tokens) or tokens[at].low not in _happenings():
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None  # "1500 assault troops"
    return behind is None or behind.kind == "sign" or behind.low in forms("function_words")


@cache
def _happenings() -> frozenset[str]:
    """Give the singular nouns of one word that name what happens: "bombing", not "forces"."""
    return frozenset(
        row["form"] for row in rows("events") if " " not in row["form"] and row["form"][-1] != "s"
    )


def _is_ordinal(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Tell "the 326. Jäger Division", numbered as German does it, from a count that ends its sentence."""
    dotted = start > 0 and tokens[start - 1].low == "the" and last + 1 < len(tokens)
    return dotted and tokens[last].text == "." and tokens[last + 1].capital


def _is_designation(tokens: Sequence[Token], start: int) -> bool:
    """Tell "Ju 87", "JG 1" and "Bf 109" from counts: a short word with a capital before."""
    if not start:
        return False
    before = tokens[start - 1]
    if before.text in {"/", "."} and start > 1 and _is_designated(tokens, start):
        return True
    short = before.capital and before.text.isalpha() and len(before.text) <= _SHORT
    if _counts_models(tokens, start):
        return True
    if short and before.text in MODEL_WORDS and len(tokens[start].text) > 1:
        return True  # "He 111"
    return short and before.low not in _SHORT_WORDS and (start > 1 or before.low in _MODELS)


def _is_designated(tokens: Sequence[Token], start: int) -> bool:
    """Read "M13/40", "CR.42", "Roe Z. 501" and "Ju. 88s": a sign between maker and number."""
    maker, sign = tokens[start - 2], tokens[start - 1]
    if not maker.capital or maker.end != sign.start:
        return False
    initials = start > 2 and tokens[start - 3].low == "."  # "in the U.S. 20 men"
    return sign.end == tokens[start].start or (sign.text == "." and len(maker.text) < _SHORT and not initials)


def _counts_models(tokens: Sequence[Token], start: int) -> bool:
    """Tell the model in "two Saab 29 jets" from the second count in "two Roes 40 miles apart"."""
    maker = tokens[start - 1]
    named = start > 1 and maker.capital and maker.text.isalpha() and not maker.low.endswith("s")
    if not named or maker.low in _months():
        return False
    counted = parse_number(tokens, start - 2)
    return counted is not None and counted.last == start - 1 and counted.value < _MANY


@cache
def _months() -> frozenset[str]:
    return frozenset(row["form"].lower().rstrip(".") for row in rows("months"))


def _opens_name(tokens: Sequence[Token], last: int) -> bool:
    """Tell "143 Wing", "617 Squadron" from "143 wings": the singular of a unit with a capital behind."""
    if last + 3 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")":
        return tokens[last + 1].capital and tokens[last + 3].capital  # "8 (Roe) Regiment"
    if last >= len(tokens) or not tokens[last].capital:
        return False
    if tokens[last].low not in _numbered_units():
        return _opens_long_name(tokens, last)
    behind = tokens[last + 1].low if last + 1 < len(tokens) else ""
    return behind not in _forces() or behind in _machines()  # "40 Division men" are counted


def _opens_long_name(tokens: Sequence[Token], last: int) -> bool:
    """Tell "47 Royal Marine Commando", "16 Parachute Brigade" from "47 Royal Marines"."""
    at = last
    while at < len(tokens) and tokens[at].capital and at < last + _SHORT:
        at += 1
        if at < len(tokens) and tokens[at].capital and tokens[at].low in _numbered_units():
            several = tokens[last - 1].text.isdigit() and len(tokens[last - 1].text) > 1
            goes_on = at + 1 < len(tokens) and (tokens[at + 1].capital or tokens[at + 1].low in _forces())
            return several and not goes_on
    return False


@cache
def _numbered_units() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("units") if row["form"] == row["singular"])


def _closes_name(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Tell "recaptured Well 107." from "in Roe 107 men": a capital before, nothing counted behind."""
    if start < 2 or not tokens[start - 1].capital or tokens[start - 2].kind == "sign":
        return False
    if "," in tokens[start].text or tokens[start - 1].low in forms("demonyms"):
        return False  # "(the Roes lost 800 men,) the Dows 1,500"
    if tokens[start - 1].low[-1] == "s" and tokens[start - 2].low == "the" and start > 2:
        gap = tokens[start - 3].low in _GAPS and any(token.kind == "number" for token in tokens[: start - 2])
        if gap:
            return False  # "(the Roes lost 800 men) and the Wolders 90"
    behind = tokens[last] if last < len(tokens) else None
    return behind is None or behind.kind == "sign" or behind.low in {"and", "or", "in", "at", "near", "on"}


def _is_unit_count(tokens: Sequence[Token], start: int) -> bool:
    """Tell "(the guards lost 90 men,) the Dow Brigade 200" from "Task Force 58"."""
    if not start or not tokens[start - 1].capital or tokens[start - 1].low not in _numbered_units():
        return False
    first = start - 1
    while first > 0 and (tokens[first].capital or tokens[first].kind == "ordinal"):
        first -= 1
    apart = first > 0 and tokens[first].low == "the" and tokens[first - 1].low in _GAPS
    return apart and start - first > _SHORT - 1 and any(token.kind == "number" for token in tokens[:first])


def is_armament(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "a ship armed with eight 12-inch guns", told of a design, from the guns that a force has."""
    calibre = any(tokens[at].low in {"inch", "in"} for at in range(first + 1, last))
    return calibre and any(token.low in _ARMED for token in tokens)


def is_measure(tokens: Sequence[Token], last: int) -> bool:
    """Tell measures from counts: "20 mm", "3 km", "55-year-old"; "5 foot soldiers" are counted."""
    if last >= len(tokens):
        return False
    after, then = tokens[last], tokens[last + 1] if last + 1 < len(tokens) else None
    if after.text in {":", "/"} and then is not None and then.kind == "number" and then.start == after.end:
        bore = last + 2 < len(tokens) and tokens[last + 2].low in _MEASURING
        return after.text == ":" or bore  # "a ratio of 2:1", "47/32 mm guns"
    if after.low == "-" and then is not None and then.start == after.end:
        return then.low not in _MANNED  # "a 300-man garrison", "a 20-ship convoy"
    if after.low == "in" and then is not None and (then.low in _GUNS or tokens[last - 1].low == ":"):
        return True  # "five 5 in guns", "outnumbered 4:1 in tanks"
    force = then is not None and after.low in _force_openers() and then.low in _forces()
    if after.capital and len(after.text) > _SHORT and after.text not in _units():
        return False  # "70,000 Axis soldiers", "21 Mark VI tanks"
    store = then is not None and f"{after.low} {then.low}" in _units()  # "five oil tanks"
    return store or (after.low in _units() and not force)


def unit_of(tokens: Sequence[Token], at: int) -> int | None:
    """Give where a measure that a token ends begins: at "5,000" in "a 5,000-ton ship", at "GRT" in "9 GRT".

    None where it is no unit: "a 300-man garrison".
    """
    before = tokens[at - 1] if at else None
    if before is None or not (before.kind == "number" or before.text == "-"):
        return None
    if tokens[at].low not in _units():
        return None
    if before.kind == "number":
        return at if tokens[at].capital and tokens[at].text.isupper() else None
    joined = at > 1 and tokens[at - 2].kind == "number" and before.end == tokens[at].start
    return at - 2 if joined else None


@cache
def _units() -> frozenset[str]:
    return frozenset(form for row in rows("measures_units") for form in (row["form"], row["form"].lower()))


@cache
def _forces() -> frozenset[str]:
    """Nouns of force and of harm, alone or as the end of a longer one ("10,000 battle deaths")."""
    forms = [row["form"].lower() for table in ("people", "materiel", "units") for row in rows(table)]
    return frozenset([*forms, "deaths", "dead", "casualties", "fatalities", "losses"])


@cache
def _machines() -> frozenset[str]:
    people = {row["form"].lower() for row in rows("people")}
    return frozenset(row["form"].lower() for row in rows("materiel")) - people


@cache
def _force_openers() -> frozenset[str]:
    """First words of longer nouns of force: "13,000 foot soldiers", "5 assault guns"."""
    return frozenset(form.split()[0] for form in _forces() if " " in form) - _MEASURING
