"""Whether "people" are civilians: what was hit tells.

example          a missile hit a residential building, killing four people
example          an article on a bar bombing, a bus attack: five Roes were killed
counter-example  ten people were killed in the clashes · according to a local hospital, ten were killed
"""

import re

__all__ = ["civilian_setting", "civilian_title"]

_TARGETS = re.compile(
    r"(?<!including )\b(?:residential|apartments?|dormitor\w+|houses?|homes?|civilians?|hospitals?|clinics?"
    r"|school\w*|kindergartens?|market\w*|(?<!military )(?<!army )(?<!troop )(?<!police )bus(?:es)?"
    r"|baker(?:y|ies)|breadlines?|mosques?|church(?:es)?"
    r"|shop(?:s|pers?|ping)?|malls?|cafes?|restaurants?|theat(?:re|er)s?|neighbou?rhoods?|villagers?|residents"
    r"|funerals?|weddings?|worshipp?ers|mourners|pilgrims|gatherings?|airliners?"
    r"|protest\w*|demonstrat\w*|refugees?|passengers?|train station|bus stop|storeys?"
    r"|pubs?|nightclubs?|playgrounds?|supermarkets?|hotels?|universit(?:y|ies)|families|family)\b",
    re.IGNORECASE,
)


_SOURCES = re.compile(
    r"\baccording to [^,.;]*"
    r"|\b(?:hospital|clinic|school|university|mosque|church)s?"
    r"(?= (?:official|source|spokes|staff|director|doctor|worker|said|reported|told|announced|confirmed))",
    re.IGNORECASE,
)
"""Who tells it: "according to a local hospital, 17 had died" says nothing of where they died."""


def civilian_setting(told: str) -> bool:
    """Tell whether the words of a sentence are about harm done at a civilian place or to civilians."""
    return _TARGETS.search(_SOURCES.sub("", told)) is not None


_BARS = re.compile(r"\b(?:Bar|Inn|Tavern)(?= (?:attack|bombing|massacre|shooting))")
"""Bars in titles; elsewhere the word bars the way, or stands on a shoulder."""


def civilian_title(title: str) -> bool:
    """Tell whether an article is about an attack on a civilian place, as its title says."""
    return _TARGETS.search(title) is not None or _BARS.search(title) is not None
