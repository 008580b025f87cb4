"""Whether a claim is about the article's event, an episode of it, or something else.

main    the whole event: the lead, the casualties section, a toll, a sayer's sum of a one-day event
sub     an episode: one day of several, one strike, one place
other   background, what came later, another event
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.extract.dates import DatedSentence, iso
from testimonia.extract.drafts import Saying
from testimonia.extract.prose.scene import Found
from testimonia.extract.sentences import Sentence
from testimonia.model import Article, EventKind, Scope, When

__all__ = ["Setting", "scope_of"]

_BACKGROUND = (
    "background",
    "prelude",
    "history",
    "context",
    "origin",
    "previous",
    "build-up",
    "buildup",
    "prior to",
    "preliminar",
)
_LATER = ("aftermath", "later", "legacy", "subsequent", "consequence", "continued")
_SUMMARY = ("casualt", "losses", "toll", "assessment")
_BLOWS = frozenset({"attack", "massacre", "airstrike"})
_DATED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? \w+|\bday\b|\bweek\b|\bphase\b", re.IGNORECASE)
"""Titles of sections that tell of an episode: "7 April", "First phase"."""
_FIELDED = frozenset({"strength", "materiel_strength"})
_TOLL = re.compile(
    r"\b(?:death toll|toll|in total|altogether|in all|by the end|throughout|so far|(?:at|by) this point"
    r"|in the fighting|during the (?:battle|siege|fighting|offensive|operation|campaign)|over the course"
    r"|on both sides|since the (?:start|beginning)|casualties (?:were|amounted|numbered))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What scope depends on: the article's sections, and its event's dates and kind."""

    article: Article
    when: When | None = None
    kind: EventKind = "battle"

    @property
    def one_day(self) -> bool:
        """True for an event that begins and ends on one day, or whose date is not known."""
        return self.when is None or (self.when.start == self.when.end and not self._vague)

    @property
    def _vague(self) -> bool:
        """True for an event of which only the month or the year is told."""
        start = self.when.start if self.when is not None else None
        return start is not None and len(start.removeprefix("-")) < len("2018-04-01")

    @property
    def one_blow(self) -> bool:
        """True for an attack of one day, of which every count of harm is the event's."""
        return self.one_day and self.kind in _BLOWS


def scope_of(
    entry: DatedSentence, when: When | None, one: Found, saying: Saying | None, setting: Setting
) -> Scope:
    """Tell the scope of a count; `when` is the date of the harm, if the sentence gives one."""
    sentence = entry.sentence
    sections = setting.article.sections
    title = " ".join(sections[sentence.passage.section].path).lower() if sections else ""
    said = saying is not None and bool(saying.speakers)
    day = when.start if when is not None else None if said else _context_day(entry)
    if _outside(day, setting.when):
        return "other"
    if _has(title, _BACKGROUND):
        return "main" if one.measure in _FIELDED and when is None else "other"
    if not setting.one_day and _DATED.search(title):
        return "sub"
    if _opens(sentence, setting) or _TOLL.search(sentence.shown):
        return "main"
    if _has(title, (*_SUMMARY, *_LATER)):
        return _looking_back(title, one, when, setting)
    blow = setting.one_day and (said or setting.one_blow)
    return "main" if blow or one.measure in _FIELDED else "sub"


def _looking_back(title: str, one: Found, when: When | None, setting: Setting) -> Scope:
    """Tell the scope in a section on losses or on what came after."""
    if _has(title, _LATER) and one.measure in _FIELDED:
        return "other"
    return "sub" if when is not None and not setting.one_day else "main"


def _opens(sentence: Sentence, setting: Setting) -> bool:
    """Tell the lead; where an article has no sections, only its first paragraph is one."""
    return sentence.zone == "lead" and (len(setting.article.sections) > 1 or sentence.paragraph == 0)


def _has(title: str, words: Sequence[str]) -> bool:
    return any(word in title for word in words)


def _context_day(entry: DatedSentence) -> str | None:
    """Give the day that the sentences before were about, within the paragraph."""
    context = entry.context
    return iso(context.before) if context.fresh and context.before is not None else None


def _outside(day: str | None, event: When | None) -> bool:
    """Tell whether a date lies clearly before or after the event."""
    if (
        event is None
        or event.start is None
        or day is None
        or day.startswith("-")
        or event.start.startswith("-")
    ):
        return False
    start, end = event.start, event.end
    size = min(len(day), len(start))
    if day[:size] < start[:size]:
        return True
    if end is None:
        return False
    size = min(len(day), len(end))
    return day[:size] > end[:size]
