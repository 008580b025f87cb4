"""Words of ships: classes, and prefixes of names."""

from functools import cache

from testimonia.lexicon import rows, word_set

__all__ = ["PREFIXES", "ship_words", "ships"]

PREFIXES = word_set("naming", "ship_prefixes")


@cache
def ships() -> frozenset[str]:
    """Give the classes of ships in the singular: "light cruiser"."""
    return frozenset(row["singular"] for row in rows("materiel") if row["kind"] == "ship")


@cache
def ship_words() -> frozenset[str]:
    """Give the last words of classes of ships and the prefixes of their names: "cruisers", "hms"."""
    classes = {row["form"].split()[-1] for row in rows("materiel") if row["kind"] == "ship"}
    return frozenset(classes | {prefix.lower() for prefix in PREFIXES})
