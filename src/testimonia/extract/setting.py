"""What the scope of a count depends on: the article's event, its kind and its time."""

from dataclasses import dataclass
from typing import Literal

from testimonia.extract.dates import Parts, days_between, parts_of
from testimonia.lexicon import word_set
from testimonia.model import Article, EventKind, When

__all__ = ["Setting", "Time"]

Time = Literal["long before", "before", "within", "after"]
"""Where a day lies, beside the event's."""
_EVE = 45
"""Days before the event that its story may begin with."""
_TRAIL = 7
"""Days behind the event that its story may still tell of."""
_BLOWS = frozenset({"attack", "massacre", "airstrike"})
_SEVERAL = word_set("layout", "title_of_several")


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
        several = not _SEVERAL.isdisjoint(self.article.title.lower().split())
        return self.one_day and self.kind in _BLOWS and not several

    @property
    def end(self) -> Parts | None:
        """When the event ended, if that is told."""
        return parts_of(self.when.end) if self.when is not None and self.when.end else None

    def covered_by(self, when: When) -> bool:
        """Tell whether a time takes in all days of an event of several."""
        if (
            self.one_day
            or self.when is None
            or None in {when.start, when.end, self.when.start, self.when.end}
        ):
            return False
        first, last = parts_of(when.start or ""), parts_of(when.end or "")
        begun, ended = parts_of(self.when.start or ""), parts_of(self.when.end or "")
        whole = first.whole and last.whole and begun.whole and ended.whole
        return whole and first <= begun and ended <= last

    def trails(self, day: Parts) -> bool:
        """Tell the days right behind an event, which its story still belongs to."""
        end = self.end
        if end is None or not (end.whole and day.whole) or not _earlier(end, day):
            return False
        return days_between(end, day) <= _TRAIL

    def over_on(self, day: Parts) -> bool:
        """Tell whether a day is the event's last one, or lies behind it."""
        return self.end is not None and (day == self.end or _earlier(self.end, day))

    def time_of(self, day: Parts | None) -> Time | None:
        """Tell whether a date lies clearly before or after the event; None without a date."""
        if day is None:
            return None
        start = parts_of(self.when.start) if self.when is not None and self.when.start else None
        if start is not None and _earlier(day, start):
            return "before" if days_between(day, start) <= _EVE else "long before"
        if self.end is not None and _earlier(self.end, day):
            return "after"
        return "within"


def _earlier(one: Parts, other: Parts) -> bool:
    """Tell whether a date comes before another, by the parts that both have."""
    both = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    return [a for a, _ in both] < [b for _, b in both]
