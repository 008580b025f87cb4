"""Complete a date phrase by its context: year and month that it leaves out, the day it counts from."""

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.extract.dates.calendar import (
    Parts,
    days_between,
    days_in_month,
    in_words,
    iso,
    shift_days,
    shift_months,
    weekday,
)
from testimonia.extract.dates.letters import among
from testimonia.extract.dates.mention import DateMention
from testimonia.model import When

__all__ = ["NIGHT", "DateContext", "resolve"]


@dataclass(frozen=True, slots=True)
class DateContext:
    """What is known of dates at one place of an article."""

    start: Parts | None = None
    """Of the event; its year is given."""
    end: Parts | None = None
    before: Parts | None = None
    """The last date mentioned, in document order; its year is given."""
    fresh: bool = False
    """True if `before` stands in the same paragraph."""
    night: bool = False
    """True if `before` was told of an evening or night."""
    heading: Parts | None = None
    """What the section's title says: "15 July 2013", "March 2022"; its year is given."""
    background: bool = False
    """True in a section that tells what led to the event."""


NIGHT = among("night evening midnight nightfall dusk")
_MORNING = among("morning dawn daybreak sunrise noon midday afternoon")
# A date may fall so many days before the event begins or after it ends and still be of its time.
_AROUND = 45
Completed = tuple[Parts, str | None]


def resolve(mention: DateMention, context: DateContext) -> When | None:
    """Give the date that a mention means here, without a span, or None where nothing fixes it.

    `inherited` tells in words what the context gave.
    """
    if mention.kind == "season":
        return _season(mention, context)
    if mention.explicit:
        return _explicit(mention, context)
    if mention.kind == "weekday":
        return _weekday(mention, context)
    return _from_event(mention, context) if mention.base == "event" else _relative(mention, context)


def _when(start: Parts, end: Parts, inherited: str | None) -> When | None:
    """Make a record; a range whose end lies before its beginning is none."""
    if days_between(start, end) < -31 or (start.whole and end.whole and end < start):
        return None
    return When(iso(start), iso(end), inherited=inherited)


def _explicit(mention: DateMention, context: DateContext) -> When | None:
    start, end = mention.start, mention.end
    if mention.weak and not _is_early(context):
        if start.month is None:
            return None
        start, end = start._replace(year=None), end._replace(year=None) if end else None
    completed = _complete(start, context)
    if completed is None:
        return None
    start, inherited = completed
    if end is not None and end.year is None:
        later = (end.month or 1) < (start.month or 1)
        end = end._replace(year=(start.year or 0) + later)
    return _when(start, end or start, inherited)


def _is_early(context: DateContext) -> bool:
    """Tell whether the article is about a time when years had three digits."""
    known = context.start or context.before
    return known is not None and (known.year or 0) < 1100


def _season(mention: DateMention, context: DateContext) -> When | None:
    """Give the year of a season, of a winter over two years both."""
    if mention.start.year is not None:
        end = mention.end or mention.start
        return When(iso(Parts(mention.start.year)), iso(Parts(end.year)))
    base = context.before or context.start
    if base is None or base.year is None:
        return None
    later = base.month is not None and base.month > (mention.start.month or 1) + 1
    year = iso(Parts(base.year + later))
    return When(year, year, inherited=f"after {in_words(base)}" if later else "year of the date before")


def _complete(date: Parts, context: DateContext) -> Completed | None:
    """Fill in the year, and the month where only a day is given."""
    if date.year is not None:
        return date, None
    if date.month is None:
        return _with_month(date, context)
    heading = context.heading
    if heading and heading.year is not None:
        later = heading.month == 12 and date.month == 1
        return date._replace(year=heading.year + later), "year of the heading"
    return _with_year(date, context)


def _with_month(date: Parts, context: DateContext) -> Completed | None:
    """Give "the 12th" the month of the date before, or of the event; the next one if that is past."""
    bases = ((context.before, "month of the date before"), (context.start, "month of the event"))
    for base, reason in bases:
        if base and base.year is not None and base.month is not None and date.day is not None:
            month = Parts(base.year, base.month)
            if base.day and base.day > date.day + 14:
                month = shift_months(month, 1)
            if date.day <= days_in_month(month.year, month.month or 1):
                return month._replace(day=date.day), reason
    return None


def _with_year(date: Parts, context: DateContext) -> Completed | None:
    """Choose the year that brings the date nearest to the date before or to the event.

    Within a paragraph the date before decides; a new paragraph returns to the event if the date can
    fall into it.
    """
    before, fitting = context.before, _within_event(date, context)
    vague = before is not None and before.day is None and any(_inside(one, context) for one in fitting)
    if fitting and (vague or not (context.fresh and before and before.month)):
        if len(fitting) > 1 and before:
            return _nearest(before, fitting), "year of the date before"
        return fitting[0], "year of the event"
    for base, name in ((before, "the date before"), (context.start, "the event")):
        if base and base.year is not None:
            years = (base.year, base.year + 1, base.year - 1) if base.month else (base.year,)
            dated = [date._replace(year=year) for year in years]
            if context.background and base is context.start:
                dated = [one for one in dated if days_between(one, base) >= 0] or dated
            nearest = _nearest(base, dated)
            return nearest, f"year of {name}" if nearest.year == base.year else f"nearest to {name}"
    return None


def _within_event(date: Parts, context: DateContext) -> list[Parts]:
    """Give the date in each year that brings it into the event or six weeks around it.

    An event without an end goes on through the year of the date before.
    """
    start, end = context.start, context.end
    if start is None or start.year is None:
        return []
    known = context.before.year if context.before else None
    last = (end.year if end else None) or max(start.year, known or start.year)
    later, end = (_AROUND, end) if end else (0, Parts(last, 12, 31))
    dated = [date._replace(year=year) for year in range(start.year - 1, last + 2)]
    return [one for one in dated if days_between(start, one) >= -_AROUND and days_between(one, end) >= -later]


def _inside(date: Parts, context: DateContext) -> bool:
    """Tell whether a day is one of the event's: a month named in passing does not lead away from it."""
    start, end = context.start, context.end
    return bool(start and end and date.whole and start.whole and end.whole and start <= date <= end)


def _nearest(base: Parts, among_dates: Sequence[Parts]) -> Parts:
    """Give the date nearest to another; stories go forward, so the way back counts half as far again."""

    def distance(candidate: Parts) -> float:
        days = days_between(base, candidate)
        return days if days >= 0 else -days * 1.5

    return min(among_dates, key=distance)


def _from_event(mention: DateMention, context: DateContext) -> When | None:
    """Count "the second day" from the event's beginning, "the last day" from its end."""
    shift = mention.shift
    base = context.start if shift >= 0 else context.end
    if base is None or not base.whole:
        return None
    date = shift_days(base, shift if shift >= 0 else shift + 1)
    return _when(date, date, f"day {shift + 1} of the event" if shift >= 0 else "last day of the event")


def _relative(mention: DateMention, context: DateContext) -> When | None:
    base = context.before
    if base is None and mention.shift == 0 and (mention.kind == "time" or context.start == context.end):
        base = context.start  # the story has not named a day yet: it is told of the event's first
    if base is None:
        return None
    shift = mention.shift
    if mention.unit == "year":
        date = Parts((base.year or 0) + shift)
    elif mention.unit == "month" and base.month is not None:
        date = shift_months(base, shift)
    elif mention.unit == "day" and base.whole:
        shift += context.night and shift == 0 and mention.part in _MORNING
        date = shift_days(base, shift)
    else:
        return None
    return _when(date, date, _reason(shift, base, mention.unit))


def _reason(shift: int, base: Parts, unit: str) -> str:
    """Tell in words: "day after 1 April 2018", "3 days before 4 May 1945", "the same day as 1 April 2018"."""
    if not shift:
        return f"the same {unit} as {in_words(base)}"
    way, count = ("after" if shift > 0 else "before"), abs(shift)
    return f"{unit} {way} {in_words(base)}" if count == 1 else f"{count} {unit}s {way} {in_words(base)}"


def _weekday(mention: DateMention, context: DateContext) -> When | None:
    """Give the day of that name nearest to the date before, or to the event's beginning."""
    base = context.before if context.before and context.before.whole else context.start
    if base is None or not base.whole or mention.weekday is None:
        return None
    ahead = (mention.weekday - weekday(base)) % 7
    date = shift_days(base, ahead if ahead <= 3 else ahead - 7)
    return _when(date, date, f"nearest to {in_words(base)}")
