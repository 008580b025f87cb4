"""Whether a claim is about the article's event, an episode of it, or something else.

main    the whole event: the lead, the casualties section, a toll, a sayer's sum of a one-day event
sub     an episode: one day of several, one strike, one place, one man
other   background, what came later, another event

The rules stand in one list; the first that has an answer gives it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from testimonia.extract.chapters import Chapter, chapter_of
from testimonia.extract.dates import DatedSentence, Parts, parts_of
from testimonia.extract.drafts import Saying
from testimonia.extract.prose.scene import Found
from testimonia.extract.sentences import Sentence
from testimonia.extract.setting import Setting, Time
from testimonia.model import FIELDED, Scope, When

__all__ = ["scope_of"]

_EARLIER = frozenset({"before", "long before"})
_HOST = 100
"""From so many on, who takes part in an event of several days takes part in all of it."""
_HISTORIANS = 3
"""Years behind the event from which on a bare year is that of a book: "In 1960, Roe wrote that …"."""
_ONE = frozenset({"1", "one"})
_SUMMED = re.compile(r"(?:in (?:all|total)|altogether|all told)\b", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?:death toll|toll|in total|altogether|in all|by the end|throughout|so far|(?:at|by) this point"
    r"|in the fighting|during the (?:battle|siege|fighting|offensive|operation|campaign)|over the course"
    r"|on both sides|since the (?:start|beginning)|(?:casualties|losses) (?:amounted|numbered|total(?:l?ed)?)"
    r"|casualties were|total (?:\w+ ){0,2}(?:casualties|losses))\b",
    re.IGNORECASE,
)


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
    until: bool
    """True where the date is that of the count, not of the harm: "as of 5 May, nine had died"."""
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

    @property
    def meanwhile(self) -> bool:
        """True where the harm, or the story around it, falls into the event's own days."""
        return self.setting.when is not None and (self.own or self.story) == "within" and self.whole


def scope_of(
    entry: DatedSentence, when: When | None, one: Found, saying: Saying | None, setting: Setting
) -> Scope:
    """Tell the scope of a count; `when` is the date of the harm, if the sentence gives one."""
    context, said = entry.context, saying.when if saying is not None else None
    day = _start(when)
    before = context.before if context.before and not _of_a_book(context.before, setting) else None
    case = _Case(
        one,
        entry.sentence,
        setting,
        chapter_of(setting.article, entry.sentence.passage.section),
        setting.time_of(day),
        setting.time_of(before if context.fresh else None),
        setting.time_of(before),
        setting.time_of(_day_of(said)),
        (day or before or Parts()).whole,
        before is not None and setting.when is not None and setting.over_on(before),
        when is not None and setting.covered_by(when),
        _counted_then(entry, when or said),
        saying is not None and bool(saying.speakers),
        day is not None and not day.whole and setting.has_day,
    )
    return next((scope for scope in (rule(case) for rule in _RULES) if scope is not None), "sub")


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


def _counted_then(entry: DatedSentence, when: When | None) -> bool:
    """Read "as of 5 May": the day up to which somebody has counted."""
    tokens = entry.sentence.tokens
    mention = next((one.mention for one in entry.dates if when and one.when.span == when.span), None)
    return mention is not None and mention.first > 0 and tokens[mention.first - 1].low in {"of", "by"}


def _of_none(case: _Case) -> Scope | None:
    """Set everything apart in an article that tells of no event, its forces too."""
    return "other" if case.setting.of_no_event else None


def _before_it(case: _Case) -> Scope | None:
    """Set what led to the event apart, but for the forces that made ready for it, and its own days."""
    if case.meanwhile and (case.chapter.story or not case.fielded):
        return None
    if case.fielded and (case.chapter.before or case.chapter.forces):
        earlier = case.near in _EARLIER or case.own in {"long before", "after"}
        return "other" if earlier and not case.chapter.forces else "main"
    return "other" if case.chapter.before else None


def _after_it(case: _Case) -> Scope | None:
    """Set what came after it apart, but for a look back: a toll that somebody gives later."""
    if not case.chapter.after:
        return None
    looks_back = case.said and case.one_day
    elsewhere = case.near in _EARLIER or ("after" in {case.near, case.told} and not looks_back)
    outside = case.own in {*_EARLIER, "after"} or (case.own is None and elsewhere)
    return "other" if outside or case.fielded else None


def _out_of_time(case: _Case) -> Scope | None:
    """Set apart what a date puts long before the event or behind it, or leaves in a whole year of war."""
    remote = (case.own or case.near) == "long before" or case.wide
    later = case.own == "after" and case.sentence.zone != "lead" and not case.until
    return "other" if remote or later else None


def _single(case: _Case) -> Scope | None:
    """Take the fate of one man or one ship for an episode, unless one is what a sum comes to."""
    quantity, chapter = case.one.quantity, case.chapter
    alone = quantity.kind == "exact" and quantity.low == 1 and not case.fielded
    summed = chapter.losses or chapter.after or case.sentence.zone == "lead"
    if alone and case.own is None and _SUMMED.match(case.sentence.shown) and case.one.figure is not None:
        return None  # "In all, one guard was killed"
    return "sub" if alone and not (summed and _is_counted(case)) else None


def _is_counted(case: _Case) -> bool:
    """Tell "one guard" from "Captain Roe", "a guard" and "one of the guards"."""
    tokens, figure = case.sentence.tokens, case.one.figure
    if figure is None or figure.quantity.verbatim.lower() not in _ONE:
        return False
    return all(token.low != "of" for token in tokens[figure.last : figure.last + 1])


def _throughout(case: _Case) -> Scope | None:
    """Take what "from 26 to 30 June" befell for the whole of an event that lasted from 26 to 30 June."""
    return "main" if case.throughout else None


def _dated_chapter(case: _Case) -> Scope | None:
    return "sub" if case.chapter.dated and not case.one_day else None


def _lead(case: _Case) -> Scope | None:
    """Take the lead for the whole; where an article has no sections, only its first paragraph is one."""
    sentence, sections = case.sentence, case.setting.article.sections
    return "main" if sentence.zone == "lead" and (len(sections) > 1 or sentence.paragraph == 0) else None


def _day_of_losses(case: _Case) -> Scope | None:
    """Find the day in the casualties section of a long event."""
    dated = (case.own is not None and not case.until) or (case.own is None and case.near == "within")
    return "sub" if case.chapter.losses and dated and not case.one_day else None


def _toll(case: _Case) -> Scope | None:
    return "main" if case.own is None and _TOLL.search(case.sentence.shown) else None


def _sum(case: _Case) -> Scope | None:
    """Take a section on losses or on the aftermath for the whole, unless it gives the day."""
    if not (case.chapter.losses or case.chapter.after):
        return None
    told = case.own is not None or case.told == "within"
    return "sub" if told and not (case.one_day or case.until) else "main"


def _host(case: _Case) -> Scope | None:
    """Take those who take part for the whole; in a long event only many, of whom no day is told."""
    if not case.fielded:
        return None
    if case.one_day or (case.own or case.near) == "before":
        return "sub" if case.chapter.part and case.one_day else "main"
    low = case.one.quantity.low
    dated = case.own is not None or case.near is not None
    return "main" if not (dated or (low is not None and low < _HOST)) else "sub"


def _said_of_it(case: _Case) -> Scope | None:
    """Take a sayer's count for the whole in an event of one day, and when the event is over."""
    over = case.over and case.own is None
    return "main" if case.said and (case.one_day or over) and case.own not in _EARLIER else None


def _blow(case: _Case) -> Scope | None:
    return "main" if case.setting.one_blow and case.own not in _EARLIER else None


_RULES: tuple[Callable[[_Case], Scope | None], ...] = (
    _of_none, _before_it, _after_it, _out_of_time, _single, _throughout, _dated_chapter, _lead,
    _day_of_losses, _toll, _sum, _host, _said_of_it, _blow,
)  # fmt: skip
