"""Whether "people" are civilians: what was hit tells.

example          a missile hit a residential building, killing four people
counter-example  ten people were killed in the clashes · according to a local hospital, ten were killed
"""

import re

from testimonia.extract.sentences import Sentence

__all__ = ["civilian_setting"]

_TARGETS = re.compile(
    r"(?<!including )\b(?:residential|apartment|dormitor|houses?|homes?|civilian|hospital|clinic|school"
    r"|kindergarten|market|bus|bakery|breadline|mosque|church|shop|shopping|mall|cafe|restaurant|theat(?:re|er)"
    r"|neighbou?rhood|villagers?|residents|funeral|wedding|protest|demonstrat|refugee|passenger"
    r"|train station|bus stop|storey|playground|supermarket|hotel|university|families|family)\w*",
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
