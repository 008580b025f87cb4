"""Ranks, honorifics and offices around the name of a commander."""

import re
from functools import cache

from testimonia.lexicon import rows, word_set

__all__ = ["is_office", "is_unnamed", "rank_within", "strip_titles"]

_UNNAMED = word_set("layout", "unnamed")

_NOBODY = _UNNAMED - {"local", "various", "several", "other", "two", "three"}
"""What says so in a list of belligerents, where "Local militias" is a name."""
_SAFE = word_set("layout", "office")


@cache
def _ranks() -> tuple[str, ...]:
    """Ranks and honorifics, longest first."""
    forms = {row["form"] for row in rows("ranks")} | {row["form"] for row in rows("honorifics")}
    forms |= word_set("layout", "rank")
    forms |= {
        row["form"].capitalize()
        for row in rows("people")
        if row["kind"] == "rank" and row["number"] == "singular"
    }
    return tuple(sorted((form.lower() for form in forms), key=lambda form: (-len(form), form)))


@cache
def _honorifics() -> frozenset[str]:
    """Titles that a single name keeps: "Lord Cole"."""
    return frozenset(row["form"] for row in rows("honorifics"))


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for words that end in an office, and for words that begin with one that goes on."""
    forms = {row["form"].lower() for row in rows("offices")}
    forms |= {
        row["form"].lower() for row in rows("people") if row["kind"] == "rank" and row["number"] == "singular"
    }
    words = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    ending = re.compile(rf"(?<![\w'-])(?:{words})$", re.IGNORECASE)
    return ending, re.compile(rf"^(?:[\w-]+\s)?(?:{words})\b(?=\s(?:of|in|for|at)\b|,)", re.IGNORECASE)


@cache
def _abbreviated() -> re.Pattern[str]:
    forms = sorted(
        (row["form"] for row in rows("ranks") if row["form"].endswith(".")),
        key=lambda form: (-len(form), form),
    )
    words = "|".join(re.escape(form) for form in forms)
    return re.compile(rf"(?<=\S)\s(?P<rank>(?:{words})(?:\s(?:{words}))*)\s(?=[^\W\d_a-z])")


def rank_within(words: str) -> int | None:
    """Give where an abbreviated rank stands within a row of names, where the next person begins."""
    match = _abbreviated().search(words)
    head = words[: match.start()] if match else ""
    return match.start("rank") if match and strip_titles(head + " X")[1] != "X" else None


def strip_titles(name: str) -> tuple[str, str]:
    """Cut ranks and honorifics off the front of a name; gives them and the rest."""
    rest = name
    while True:
        low = rest.lower()
        for rank in _ranks():
            if low.startswith(rank) and len(low) > len(rank) + 1 and low[len(rank)] in " .":
                after = rest[len(rank) :].lstrip(". ")
                if after and (
                    after[0].isupper()
                    or not after[0].isascii()
                    or after.lower().startswith(("al-", "el-", "von ", "de "))
                ):
                    rest = after
                    break
        else:
            title = name[: len(name) - len(rest)].strip()
            if " " not in rest and title.split()[-1:] and title.split()[-1] in _honorifics():
                return title.rsplit(" ", 1)[0] if " " in title else "", f"{title.split()[-1]} {rest}"
            return title, rest


def is_office(words: str) -> bool:
    """Tell whether words are a function, not a name: "President of Syria", "4th Division commander".

    A capitalised last word is an office only where no surname reads so ("Stephen King").
    """
    ending, beginning = _offices()
    match = ending.search(words)
    if match and (match.group()[0].islower() or match.group().split()[-1].lower() in _SAFE):
        return True
    return bool(beginning.search(words))


def is_unnamed(words: str, *, people: bool = True) -> bool:
    """Tell whether words only say that somebody is not known: "Unknown", "Unidentified leaders"."""
    first = re.split(r"[\s-]", words.strip().lower(), maxsplit=1)[0]
    unnamed = first.strip(".?:") in (_UNNAMED if people else _NOBODY)
    return unnamed or not re.search(r"[^\W\d_]", words)
