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
from testimonia.model import Article, Scope, When

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
_FIELDED = frozenset({"strength", "materiel_strength"})
_TOLL = re.compile(
    r"\b(?:death toll|toll|overall|in total|a total of|altogether|in all|by the end|throughout|so far"
    r"|during the (?:battle|siege|fighting|offensive|operation|campaign)|over the course|on both sides"
    r"|since the (?:start|beginning)|casualties (?:were|amounted|numbered))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What scope depends on: the article's sections and its event's dates."""

    article: Article
    when: When | None = None

    @property
    def one_day(self) -> bool:
        """True for an event that begins and ends on one day, or whose date is not known."""
        return self.when is None or self.when.start == self.when.end


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
    if sentence.zone == "lead" or _TOLL.search(sentence.shown):
        return "main"
    if _has(title, _SUMMARY) or _has(title, _LATER):
        return "sub" if when is not None and not setting.one_day else "main"
    if one.measure in _FIELDED:
        return "main"
    return "main" if setting.one_day and said else "sub"


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
