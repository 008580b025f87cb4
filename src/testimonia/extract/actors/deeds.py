"""Which words tell what somebody did, so that no name or office goes on over them.

example          Roe renamed the army · Dow told them · the mayor said
counter-example  operations chief (a noun in a title) · Kayes fell (a place does that too)
"""

from functools import cache

from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set

__all__ = ["is_deed", "told_verbs"]


@cache
def told_verbs() -> frozenset[str]:
    """Give the finite verbs of saying, doing and happening, lower case, without nouns of titles."""
    said = {
        row["form"]
        for row in rows("reporting")
        if row["role"] in {"past", "present"} and " " not in row["form"]
    }
    acted = {row["form"] for row in rows("irregular_verbs")}
    done = {
        row["form"]
        for row in rows("happenings")
        if " " not in row["form"] and row["form"].endswith(("ed", "s"))
    }
    return frozenset(said | acted | done) - word_set("naming", "verbs_too")


_OF_PLACES = word_set("naming", "place_verbs")


def is_deed(token: Token) -> bool:
    """Tell whether a word behind a name tells what a person, not a place, did."""
    low = token.low
    return (
        not token.capital
        and low not in _OF_PLACES
        and (low in told_verbs() or (low.endswith("ed") and low.isalpha() and len(low) > 4))
    )
