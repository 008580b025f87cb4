"""Whether "people" are civilians: what was hit tells.

example          a missile hit a residential building, killing four people
counter-example  ten people were killed in the clashes · according to a local hospital, ten were killed
"""

import re

from testimonia.extract.sentences import Sentence

__all__ = ["civilian_setting"]

_TARGETS = re.compile(
    r"(?<!including )\b(?:residential|apartments?|dormitor\w+|houses?|homes?|civilians?|hospitals?|clinics?"
    r"|school\w*|kindergartens?|market\w*|bus(?:es)?|baker(?:y|ies)|breadlines?|mosques?|church(?:es)?"
    r"|shop(?:s|pers?|ping)?|malls?|cafes?|restaurants?|theat(?:re|er)s?|neighbou?rhoods?|villagers?|residents"
    r"|funerals?|weddings?|protest\w*|demonstrat\w*|refugees?|passengers?|train station|bus stop|storeys?"
    r"|playgrounds?|supermarkets?|hotels?|universit(?:y|ies)|families|family)\b",
    re.IGNORECASE,
)


_SOURCES = re.compile(
    r"\baccording to [^,.;]*"
    r"|\b(?:hospital|clinic|school|university|mosque|church)s?"
    r"(?= (?:official|source|spokes|staff|director|doctor|worker|said|reported|told|announced|confirmed))",
    re.IGNORECASE,
)
"""Who tells it: "according to a local hospital, 17 had died" says nothing of where they died."""


def civilian_setting(sentence: Sentence) -> bool:
    """Tell whether a sentence is about harm done at a civilian place or to civilians."""
    return _TARGETS.search(_SOURCES.sub("", sentence.shown)) is not None
