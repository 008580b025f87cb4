"""Whether a claim is about the article's event, an episode of it, or something else.

main    the whole event: the lead, the casualties section, a toll, a sayer's sum of a one-day event
sub     an episode: one day of several, one strike, one place, one man
other   background, what came later, another event

The rules stand in one list; the first that has an answer gives it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from testimonia.extract.chapters import Chapter, chapter_of
from testimonia.extract.dates import DatedSentence, Parts, days_between, parts_of
from testimonia.extract.drafts import Saying
from testimonia.extract.prose.scene import Found
from testimonia.extract.sentences import Sentence
from testimonia.model import FIELDED, Article, EventKind, Scope, When

__all__ = ["Setting", "scope_of"]

Time = Literal["long before", "before", "within", "after"]
"""Where a day lies, beside the event's."""
_EVE = 45
"""Days before the event that its story may begin with."""

_EARLIER = frozenset({"before", "long before"})
_BLOWS = frozenset({"attack", "massacre", "airstrike"})
_HOST = 100
"""From so many on, who takes part in an event of several days takes part in all of it."""
_TOLL = re.compile(
    r"\b(?:death toll|toll|in total|altogether|in all|by the end|throughout|so far|(?:at|by) this point"
    r"|in the fighting|during the (?:battle|siege|fighting|offensive|operation|campaign)|over the course"
    r"|on both sides|since the (?:start|beginning)|(?:casualties|losses) (?:amounted|numbered|total(?:l?ed)?)"
    r"|casualties were|total (?:\w+ ){0,2}(?:casualties|losses))\b",
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
    def has_day(self) -> bool:
        """True for an event whose one day is told."""
        return self.one_day and self.when is not None and self.when.start is not None

    @property
    def _vague(self) -> bool:
        """True for an event of which only the month or the year is told."""
        start = self.when.start if self.when is not None else None
        return start is not None and not parts_of(start).whole

    @property
    def of_no_event(self) -> bool:
        """True for an article that tells of no event: what it counts happened in many."""
        return self.when is None and self.kind == "other"

    @property
    def one_blow(self) -> bool:
        """True for an attack of one day, of which every count of harm is the event's."""
        return self.one_day and self.kind in _BLOWS


@dataclass(frozen=True, slots=True)
class _Case:
    """A count, and what its place in the article says of it."""

    one: Found
    sentence: Sentence
    setting: Setting
    chapter: Chapter
    own: Time | None
    """Where the date of the harm lies that the sentence gives."""
    near: Time | None
    """Where the day lies that the sentences before were about, within the paragraph."""
    said: bool
    wide: bool
    """True for a harm dated by a month or year, where the day of the event is told."""

    @property
    def fielded(self) -> bool:
        """True for those who take part, as against those who come to harm."""
        return self.one.measure in FIELDED

    @property
    def one_day(self) -> bool:
        return self.setting.one_day


def scope_of(
    entry: DatedSentence, when: When | None, one: Found, saying: Saying | None, setting: Setting
) -> Scope:
    """Tell the scope of a count; `when` is the date of the harm, if the sentence gives one."""
    context = entry.context
    day = parts_of(when.start) if when is not None and when.start else None
    case = _Case(
        one,
        entry.sentence,
        setting,
        chapter_of(setting.article, entry.sentence.passage.section),
        _time(day, setting.when),
        _time(context.before if context.fresh else None, setting.when),
        saying is not None and bool(saying.speakers),
        day is not None and not day.whole and setting.has_day,
    )
    return next((scope for scope in (rule(case) for rule in _RULES) if scope is not None), "sub")


def _time(day: Parts | None, event: When | None) -> Time | None:
    """Tell whether a date lies clearly before or after the event; None without a date."""
    if day is None:
        return None
    if event is not None and event.start is not None and _earlier(day, parts_of(event.start)):
        return "before" if days_between(day, parts_of(event.start)) <= _EVE else "long before"
    if event is not None and event.end is not None and _earlier(parts_of(event.end), day):
        return "after"
    return "within"


def _earlier(one: Parts, other: Parts) -> bool:
    """Tell whether a date comes before another, by the parts that both have."""
    both = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    return [a for a, _ in both] < [b for _, b in both]


def _of_none(case: _Case) -> Scope | None:
    """Set everything apart in an article that tells of no event, its forces too."""
    return "other" if case.setting.of_no_event else None


def _before_it(case: _Case) -> Scope | None:
    """Set what led to the event apart, but for the forces that made ready for it."""
    if case.fielded and (case.chapter.before or case.chapter.forces):
        earlier = case.near in _EARLIER or case.own in {"long before", "after"}
        return "other" if earlier and not case.chapter.forces else "main"
    return "other" if case.chapter.before else None


def _after_it(case: _Case) -> Scope | None:
    """Set what came after it apart, but for a look back: a toll that somebody gives later."""
    if not case.chapter.after:
        return None
    looks_back = case.said and case.one_day
    elsewhere = case.near in _EARLIER or (case.near == "after" and not looks_back)
    outside = case.own in {*_EARLIER, "after"} or (case.own is None and elsewhere)
    return "other" if outside or case.fielded else None


def _out_of_time(case: _Case) -> Scope | None:
    """Set apart what a date puts long before the event or behind it, or leaves in a whole year of war."""
    remote = (case.own or case.near) == "long before" or case.wide
    return "other" if remote or (case.own == "after" and case.sentence.zone != "lead") else None


def _single(case: _Case) -> Scope | None:
    """Take the fate of one man or one ship for an episode."""
    quantity = case.one.quantity
    alone = quantity.kind == "exact" and quantity.low == 1 and not case.fielded
    return "sub" if alone else None


def _dated_chapter(case: _Case) -> Scope | None:
    return "sub" if case.chapter.dated and not case.one_day else None


def _lead(case: _Case) -> Scope | None:
    """Take the lead for the whole; where an article has no sections, only its first paragraph is one."""
    sentence, sections = case.sentence, case.setting.article.sections
    return "main" if sentence.zone == "lead" and (len(sections) > 1 or sentence.paragraph == 0) else None


def _day_of_losses(case: _Case) -> Scope | None:
    """Find the day in the casualties section of a long event."""
    dated = case.own is not None or case.near == "within"
    return "sub" if case.chapter.losses and dated and not case.one_day else None


def _toll(case: _Case) -> Scope | None:
    return "main" if case.own is None and _TOLL.search(case.sentence.shown) else None


def _sum(case: _Case) -> Scope | None:
    """Take a section on losses or on the aftermath for the whole, unless it gives the day."""
    if not (case.chapter.losses or case.chapter.after):
        return None
    return "sub" if case.own is not None and not case.one_day else "main"


def _host(case: _Case) -> Scope | None:
    """Take those who take part for the whole; in a long event only many, of whom no day is told."""
    if not case.fielded:
        return None
    low = case.one.quantity.low
    dated = case.own is not None or case.near is not None
    return "main" if case.one_day or not (dated or (low is not None and low < _HOST)) else "sub"


def _said_of_it(case: _Case) -> Scope | None:
    """Take a sayer's count for the whole in an event of one day, and when the event is over."""
    over = case.near == "after" and case.own is None
    return "main" if case.said and (case.one_day or over) and case.own not in _EARLIER else None


def _blow(case: _Case) -> Scope | None:
    return "main" if case.setting.one_blow and case.own not in _EARLIER else None


_RULES: tuple[Callable[[_Case], Scope | None], ...] = (
    _of_none, _before_it, _after_it, _out_of_time, _single, _dated_chapter, _lead, _day_of_losses, _toll,
    _sum, _host, _said_of_it, _blow,
)  # fmt: skip
