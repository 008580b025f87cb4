"""Which common nouns can say something: "ministry", "locals", "observatory", not "explosion"."""

import re
from functools import cache

from testimonia.lexicon import rows

__all__ = ["speaks"]


@cache
def _speaking() -> frozenset[str]:
    forms = {row["form"].lower() for name in ("speakers", "bodies", "offices") for row in rows(name)}
    return frozenset(form.split()[-1] for form in forms)


def speaks(words: str) -> bool:
    """Tell whether the head of a noun phrase is somebody that speaks."""
    parts = re.findall(r"[\w'’\-]+", words.lower())
    return bool(parts) and parts[-1] in _speaking()
