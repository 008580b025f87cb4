"""The keys of infobox parameters, brought to the ones of the military-conflict infobox.

"Casualties1", "casualties 1" and "casualties_1" are one key; "location" of an attack's infobox is
"place". Keys without a counterpart (target, fatalities, perpetrators, …) keep their own name.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from testimonia.read.tables import table

__all__ = ["canonical_keys", "is_canonical", "is_known_key", "named_by", "normalise_key"]


@cache
def canonical_keys() -> Mapping[str, str]:
    """Give each other name of a parameter, bare, and the name that the rest of the program knows."""
    return {_bare(row["key"]): row["canonical"] for row in table("keys")}


@lru_cache(maxsize=4096)
def normalise_key(key: str) -> str:
    """Give the key in lower case, without blanks and underscores, under its canonical name."""
    return named_by(key, canonical_keys())


def named_by(key: str, names: Mapping[str, str]) -> str:
    """Give the key under its canonical name by a table of bare keys; its number is kept."""
    bare = _bare(key)
    stem = bare.rstrip("0123456789")
    canonical = names.get(bare) or names.get(stem)
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
_OF_RELATIVES = frozenset([
    "time", "type", "attacktype", "eventtype", "outcome", "latitude", "longitude", "missing",
    "fatalities", "fatality", "deaths", "killed", "dead", "victims", "injuries", "injured", "wounded",
    "arrests", "arrested", "detentions",
])  # fmt: skip
"""Parameters of the relatives of that infobox that keep their names."""


def is_known_key(key: str) -> bool:
    """Tell whether the military-conflict infobox has a parameter of this name."""
    return normalise_key(key).rstrip("0123456789") in _KNOWN


def is_canonical(key: str) -> bool:
    """Tell whether the rest of the program knows a parameter by this very name."""
    return key.rstrip("0123456789") in _KNOWN | _OF_RELATIVES
