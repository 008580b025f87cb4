"""What the place of a count in the article says of it: its section, and the days told around it."""

from dataclasses import dataclass

from testimonia.extract.chapters import Chapter, chapter_of
from testimonia.extract.dates import DatedSentence, Parts, parts_of
from testimonia.extract.drafts import Saying
from testimonia.extract.prose.scene import Found
from testimonia.extract.sentences import Sentence
from testimonia.extract.setting import Setting, Time
from testimonia.model import FIELDED, When

__all__ = ["Case", "case_of"]

_HISTORIANS = 3
"""Years behind the event from which on a bare year is that of a book: "In 1960, Roe wrote that …"."""
_UNTIL = frozenset({"of", "by"})


@dataclass(frozen=True, slots=True)
class Case:
    """A count, and what its place in the article says of it."""

    one: Found
    sentence: Sentence
    setting: Setting
    chapter: Chapter
    own: Time | None
    """Where the date of the harm lies that the sentence gives."""
    near: Time | None
    """Where the day lies that the sentences before were about, within the paragraph."""
    story: Time | None
    """Where the day lies that was told last, in whatever paragraph."""
    told: Time | None
    """Where the day of the saying lies, if the sentence gives one."""
    whole: bool
    """True where that day, or the one of the harm, is told to the day."""
    over: bool
    """True where the day told last is the event's last one, or lies behind it."""
    throughout: bool
    """True for a harm dated by all days of an event of several."""
    trailing: bool
    """True for a harm dated by one of the days right behind the event."""
    until: bool
    """True where the date is that of the count, not of the harm: "as of 5 May, nine had died"."""
    spread: bool
    """True for a harm dated by several days, or since one: "since 2 May nine had died"."""
    said: bool
    wide: bool
    """True for a harm dated by a month or year, where the day of the event is told."""

    @property
    def fielded(self) -> bool:
        """True for those who take part, as against those who come to harm."""
        return self.one.measure in FIELDED

    @property
    def one_day(self) -> bool:
        """True where the event lasted one day."""
        return self.setting.one_day

    @property
    def meanwhile(self) -> bool:
        """True where the harm, or the story around it, falls into the event's own days."""
        return self.setting.when is not None and (self.own or self.story) == "within" and self.whole

    @property
    def remote(self) -> bool:
        """True where nothing is dated since a day long before the event, but in a part on one army."""
        undated = self.own is None and self.near is None and not self.chapter.part
        return undated and self.story == "long before"


def case_of(
    entry: DatedSentence, when: When | None, one: Found, saying: Saying | None, setting: Setting
) -> Case:
    """Gather what tells the scope of a count; `when` is the date of the harm, if the sentence gives one."""
    context, said = entry.context, saying.when if saying is not None else None
    day = _start(when)
    before = context.before if context.before and not _of_a_book(context.before, setting) else None
    return Case(
        one,
        entry.sentence,
        setting,
        chapter_of(setting.article, entry.sentence.passage.section),
        own=setting.time_of(day),
        near=setting.time_of(before if context.fresh else None),
        story=setting.time_of(before),
        told=setting.time_of(_day_of(said)),
        whole=(day or before or Parts()).whole,
        over=before is not None and setting.when is not None and setting.over_on(before),
        throughout=when is not None and setting.covered_by(when),
        trailing=day is not None and setting.trails(day),
        until=_word_before(entry, when or said) in _UNTIL,
        spread=when is not None and (when.start != when.end or _word_before(entry, when) == "since"),
        said=saying is not None and bool(saying.speakers),
        wide=day is not None and not day.whole and setting.has_day,
    )


def _start(when: When | None) -> Parts | None:
    return parts_of(when.start) if when is not None and when.start else None


def _day_of(said: When | None) -> Parts | None:
    """Give the day of a saying, if it is told to the day."""
    day = _start(said) if said is not None and said.start == said.end else None
    return day if day is not None and day.whole else None


def _of_a_book(date: Parts, setting: Setting) -> bool:
    """Tell the year of a book about the event from a year of its story."""
    end = setting.end
    later = (date.year or 0) - (end.year or 0) if end is not None else 0
    return date.month is None and later >= _HISTORIANS


def _word_before(entry: DatedSentence, when: When | None) -> str:
    """Give the word before a date: the "of" of "as of 5 May", up to which somebody has counted."""
    tokens = entry.sentence.tokens
    mention = next((one.mention for one in entry.dates if when and one.when.span == when.span), None)
    return tokens[mention.first - 1].low if mention is not None and mention.first > 0 else ""
