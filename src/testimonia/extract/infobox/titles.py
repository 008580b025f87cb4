"""Ranks, honorifics and offices around the name of a commander."""

import re
from functools import cache

from testimonia.lexicon import rows

__all__ = ["is_office", "is_unnamed", "strip_titles"]

_UNNAMED = frozenset("unknown unidentified unnamed undisclosed local none various n/a na no several two three other others tba".split())


@cache
def _ranks() -> tuple[str, ...]:
    """Ranks and honorifics, longest first."""
    forms = {row["form"] for row in rows("ranks")} | {row["form"] for row in rows("honorifics")}
    forms |= {row["form"].capitalize() for row in rows("people") if row["kind"] == "rank" and row["number"] == "singular"}
    return tuple(sorted((form.lower() for form in forms), key=lambda form: (-len(form), form)))


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    forms = {row["form"].lower() for row in rows("offices")}
    forms |= {row["form"].lower() for row in rows("people") if row["kind"] == "rank" and row["number"] == "singular"}
    words = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"\b(?:{words})$", re.IGNORECASE), re.compile(rf"^(?:[\w-]+\s)?(?:{words})\b(?=\s(?:of|in|for|at)\b|,)", re.IGNORECASE)


def strip_titles(name: str) -> tuple[str, str]:
    """Cut ranks and honorifics off the front of a name; gives them and the rest."""
    rest = name
    while True:
        low = rest.lower()
        for rank in _ranks():
            if low.startswith(rank) and len(low) > len(rank) + 1 and low[len(rank)] in " .":
                after = rest[len(rank) :].lstrip(". ")
                if after and (after[0].isupper() or not after[0].isascii() or after.lower().startswith(("al-", "el-", "von ", "de "))):
                    rest = after
                    break
        else:
            return name[: len(name) - len(rest)].strip(), rest


def is_office(words: str) -> bool:
    """Tell whether words are a function, not a name: "President of Syria", "4th Division commander"."""
    ending, beginning = _offices()
    return bool(ending.search(words) or beginning.search(words))


def is_unnamed(words: str) -> bool:
    """Tell whether words only say that somebody is not known: "Unknown", "Unidentified leaders"."""
    first = re.split(r"[\s-]", words.strip().lower(), maxsplit=1)[0]
    return first.strip(".?:") in _UNNAMED or not re.search(r"[^\W\d_]", words)
