"""Sets of words: the forms of a table, and the closed sets that some tables hold by role."""

from functools import cache

from testimonia.lexicon.load import rows

__all__ = ["forms", "function_tags", "least", "peoples", "plural_of", "word_set"]


@cache
def forms(table: str) -> frozenset[str]:
    """Give all forms of a table, in lower case."""
    return frozenset(row["form"].lower() for row in rows(table))


@cache
def function_tags() -> dict[str, str]:
    """Give the tag of each function word: D determiner, P preposition, S subordinator, X auxiliary, & and."""
    return {row["form"]: row["tag"] for row in rows("function_words")}


@cache
def word_set(table: str, role: str) -> frozenset[str]:
    """Give the words of a role in a table of sets, in lower case unless the table says otherwise.

    KeyError for a role that the table does not have. A blank within a phrase is "_" in the table.
    """
    return _sets(table)[role]


@cache
def _sets(table: str) -> dict[str, frozenset[str]]:
    return {
        row["role"]: frozenset(word.replace("_", " ") for word in row["words"].split()) for row in rows(table)
    }


@cache
def peoples() -> frozenset[str]:
    """Give the names that peoples have in the plural, in lower case: "serbs", "javanese"."""
    return frozenset(row["form"].lower() for row in rows("demonyms") if row["role"] == "plural")


@cache
def least(words: str) -> int:
    """Give the smallest number that a vague word allows ("dozens" 24), 1 for one that bounds nothing."""
    return _least().get(words.lower(), 1)


@cache
def _least() -> dict[str, int]:
    return {row["word"]: int(row["low"]) for row in rows("vague") if row["low"]}


def plural_of(item: str) -> str:
    """Give the plural of a kind of equipment: "tank" → "tanks"; the words themselves where none is known."""
    *before, last = item.split(" ")
    for tail in (item, last):
        plural = _plurals().get(tail.lower())
        if plural is not None:
            return plural if tail is item else " ".join([*before, plural])
    return item


@cache
def _plurals() -> dict[str, str]:
    """Give the plural of each singular that equipment has; "aircraft" is one, however some write it."""
    found = ((row["singular"].lower(), row["form"]) for row in reversed(rows("materiel")))
    return {
        singular: form
        for singular, form in found
        if form.lower() != singular and not singular.endswith("craft")
    }
