"""A date phrase as it stands in a sentence, before its context completes it."""

from dataclasses import dataclass, field
from typing import Literal

from testimonia.extract.dates.calendar import Parts

__all__ = ["Base", "DateMention", "Kind", "Unit"]

Kind = Literal["day", "month", "year", "range", "season", "decade", "weekday", "relative", "time"]
Unit = Literal["day", "month", "year"]
Base = Literal["date before", "event"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date phrase over the tokens `first` to `last` (exclusive).

    "1 April", "early March 2022", "the night of 7–8 June", "two days later", "At 10:00".
    """

    first: int
    last: int
    kind: Kind
    """relative: counted from another date; time: an hour or part of a day that is understood."""
    start: Parts = field(default_factory=Parts)
    """What the words give of the date, or of a range's beginning."""
    end: Parts | None = None
    """What the words give of a range's end; None if there is one date only."""
    shift: int = 0
    """For a relative one: how many units after (before, if negative) the base."""
    unit: Unit = "day"
    base: Base = "date before"
    """What a relative one is counted from."""
    part: str | None = None
    """The part of the day: "morning", "night", "dawn"."""
    weekday: int | None = None
    """0 for Monday."""
    weak: bool = False
    """True for a bare number below 1000 ("in 686"): a year only in an article about such years."""

    @property
    def explicit(self) -> bool:
        """True if the words name a day, month or year themselves."""
        return self.kind not in {"relative", "time", "weekday"}
