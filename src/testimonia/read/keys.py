"""The keys of infobox parameters, brought to the ones of the military-conflict infobox.

"Casualties1", "casualties 1" and "casualties_1" are one key; "location" of an attack's infobox is
"place". Keys without a counterpart (target, fatalities, perpetrators, …) keep their own name.
"""

from functools import cache, lru_cache

from testimonia.read.tables import table

__all__ = ["is_known_key", "normalise_key"]


@cache
def _canonical() -> dict[str, str]:
    return {_bare(row["key"]): row["canonical"] for row in table("keys")}


@lru_cache(maxsize=4096)
def normalise_key(key: str) -> str:
    """Give the key in lower case, without blanks and underscores, under its canonical name."""
    bare = _bare(key)
    stem = bare.rstrip("0123456789")
    canonical = _canonical().get(bare) or _canonical().get(stem)
    if canonical is None:
        return bare
    return canonical if canonical[-1].isdigit() else canonical + bare[len(stem) :]


def _bare(key: str) -> str:
    return "".join(key.lower().replace("_", " ").split())


_KNOWN = frozenset([
    "conflict", "partof", "image", "caption", "date", "place", "coordinates", "mapcaption", "maprelief",
    "maplabel", "result", "status", "territory", "combatant", "commander", "strength", "casualties", "units",
    "casus", "notes", "combatantsheader", "casualtiesheader",
])  # fmt: skip


def is_known_key(key: str) -> bool:
    """Tell whether the military-conflict infobox has a parameter of this name."""
    return normalise_key(key).rstrip("0123456789") in _KNOWN
