"""Words of a sentence that tell whether it sums up the event, or speaks of another one.

the whole      "The death toll rose to 90" · "During the siege …", in an article on a siege
a state of it  "Both sides are suffering heavy losses"
another event  "… were slain in the Battle of Dowford", in an article on another battle
a later time   "Over the next five months 800 prisoners died"
"""

import re
from functools import lru_cache

from testimonia.extract.chapters import chapter_of
from testimonia.extract.scopes.case import Case

__all__ = [
    "of_a_bare_year",
    "of_another_time",
    "of_other_event",
    "of_the_fight",
    "of_the_whole",
    "opens_with_sum",
    "tells_back",
    "tells_state",
]

_SUMMED = re.compile(r"(?:in (?:all|total)|altogether|all told)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:toll(?! (?:of|for) the (?:\w+ )?(?:day|night|attack|strike))|in total|altogether|in all"
    r"|by the end(?! of (?:the|that) (?:day|night|week))|throughout|so far|over the course|on both sides"
    r"|since the (?:start|beginning)|(?:casualties|losses) (?:amounted|numbered|total(?:l?ed)?)"
    r"|total (?:\w+ ){0,2}(?:casualties|losses))\b",
    re.IGNORECASE,
)
_BY_NOW = re.compile(r"\b(?:at|by) this point\b", re.IGNORECASE)
_DURING = re.compile(
    r"\b(?i:during|throughout|over) the (?:(?:whole|entire|\w+ days of the) )?"
    r"(battle|siege|offensive|operation|campaign|massacre|fighting|clashes)\b(?! of [A-Z])"
    r"|\b(?i:in) the (fighting)\b"
)
_ANY = frozenset({"fighting", "clashes"})
"""What goes on in every event, and on every day of it."""
_FIGHTS = frozenset({"battle", "siege"})
"""What stands for one another, unless a day is told: "During the siege", in an article on a battle."""
_STATE = re.compile(r"\b(?:is|are|was|were|been|likely|acknowledged) (?:suffering|sustaining|taking)\b")
_LATER = re.compile(
    r"\b(?:during|in|over|for) the (?:next|following|ensuing|subsequent) (?:\w+ )?(?:months|years)\b"
    r"|\bbefore the (?:battle|invasion|landings?|siege|war)\b(?! of)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(
    r"\b(?:in|by|of|since|until|year) (?:the )?(?:(?:early|mid|late|spring|summer|autumn|winter|end)[ -])?"
    r"(?:of )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?"
    r"[12]\d{3}\b",
    re.IGNORECASE,
)
_FOUGHT = re.compile(
    r"\b(?i:during|throughout) the (?:battle|siege|offensive|operation|fighting|attack)\b(?! of)"
)
_NAMED = re.compile(
    r"(?<!role )(?<!part )(?<!fought )"
    r"\b(?i:in|at|during|after|from|of|began|launched) (?:the )?(?:(?:First|Second|Third|\d{4}) )?"
    r"((?:Battles?|Sieges?|Fall|Invasion|Raid|Massacre|Defen[cs]e) (?:of|at) (?:the )?[A-Z][\w'-]+"
    r"|Operation [A-Z]\w+|(?:[A-Z][\w'-]+ and )?[A-Z][\w'-]+ (?:massacre|bombings|uprising))"
)
_NOUNS = frozenset(
    {"Battle", "Battles", "Siege", "Sieges", "Operation", "Massacre", "Raid", "The", "Defence"}
)
_WITHIN = frozenset({"during", "in", "throughout"})
_SHORT = frozenset({"battle", "siege", "attack", "massacre", "airstrike", "clashes", "operation"})
"""Kinds of events that others lie beside, not within."""


def opens_with_sum(case: Case) -> bool:
    """Tell "In all, one guard was killed"."""
    return bool(_SUMMED.match(case.sentence.shown))


def of_the_whole(case: Case) -> bool:
    """Tell whether a sentence sums up the event: a toll, a total, what happened during all of it."""
    shown = case.sentence.shown
    if _WHOLE.search(shown) or (_BY_NOW.search(shown) and not case.fielded):
        return True
    return any(_is_whole(case, match) for match in _DURING.finditer(shown)) or _names_itself(case)


def _is_whole(case: Case, match: re.Match[str]) -> bool:
    """Tell "during the siege" of an article on a siege from that of an episode of another event."""
    noun = match[1] or match[2]
    if noun in _ANY:
        return case.near is None or case.over
    chapter, kind = case.chapter, case.setting.kind
    if noun in _FIGHTS and kind in _FIGHTS and case.near is None:
        return True
    return chapter.losses or chapter.after or noun in {kind, *_words(case.setting.article.title)}


def _names_itself(case: Case) -> bool:
    """Tell "The wing lost six aircraft during Operation Roe", in the article on Operation Roe."""
    name = case.setting.article.title.partition(" (")[0].lower()
    before, found, behind = case.sentence.shown.lower().partition(name)
    words = before.removesuffix("the ").split()
    whole = bool(found) and not behind[:1].isalnum()
    return whole and " " in name and bool(words) and words[-1] in _WITHIN


@lru_cache(maxsize=256)
def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title.lower()))


def tells_back(case: Case) -> bool:
    """Tell "Captain Roe had been killed", which looks back on the event, from "he was shot in Dale"."""
    return "had" in case.sentence.lows


def tells_state(case: Case) -> bool:
    """Tell what somebody says of how it goes: "is suffering heavy casualties"."""
    return case.said and case.one.quantity.low is None and bool(_STATE.search(case.sentence.shown))


def of_other_event(case: Case) -> bool:
    """Tell whether a sentence puts its count into another event that it names, and no section tells of."""
    if case.setting.kind not in _SHORT:
        return False
    article = case.setting.article
    told = (one.title for at, one in enumerate(article.sections) if not chapter_of(article, at).aside)
    own = _words(" ".join([article.title, *told]))
    return any(_is_other(match[1], own) for match in _NAMED.finditer(case.sentence.shown))


def _is_other(name: str, own: frozenset[str]) -> bool:
    words = {word.lower() for word in re.findall(r"\w+", name) if word[0].isupper() and word not in _NOUNS}
    return words.isdisjoint(own)


def of_the_fight(case: Case) -> bool:
    """Tell "those who fell during the battle were buried on 15 May": the day is that of something else."""
    return not case.fielded and bool(_FOUGHT.search(case.sentence.shown))


def of_a_bare_year(case: Case) -> bool:
    """Tell "in early November 1944", "by the end of 1944", where the event is looked back on from afar."""
    return bool(_BARE_YEAR.search(case.sentence.shown))


def of_another_time(case: Case) -> bool:
    """Tell "over the next five months" and "before the invasion", where the event is looked back on."""
    return bool(_LATER.search(case.sentence.shown))
