"""Whether a claim is about the article's event, an episode of it, or something else.

main    the whole event: the lead, the casualties section, a toll, a sayer's sum of a one-day event
sub     an episode: one day of several, one strike, one place, one man
other   background, what came later, another event

The rules stand in one list; the first that has an answer gives it.
"""

from collections.abc import Callable

from testimonia.extract.dates import DatedSentence
from testimonia.extract.drafts import Saying
from testimonia.extract.prose.scene import Found
from testimonia.extract.scopes.case import Case, case_of
from testimonia.extract.scopes.wording import (
    of_a_bare_year,
    of_another_time,
    of_other_event,
    of_the_fight,
    of_the_whole,
    opens_with_sum,
    tells_back,
    tells_state,
)
from testimonia.extract.setting import Setting
from testimonia.model import Scope, When

__all__ = ["scope_of"]

_EARLIER = frozenset({"before", "long before"})
_HOST = 100
"""From so many on, who takes part in an event of several days takes part in all of it."""
_ARMY = 20_000
"""From so many on, also where a section tells of a part of it."""
_SOME = 20
"""From so many on, harm told when the event is over is not that of its last day."""
_MASSES = 1000
"""From so many on, harm of which no day is told is that of all the event."""
_ONE = frozenset({"1", "one"})


def scope_of(
    entry: DatedSentence, when: When | None, one: Found, saying: Saying | None, setting: Setting
) -> Scope:
    """Tell the scope of a count; `when` is the date of the harm, if the sentence gives one."""
    case = case_of(entry, when, one, saying, setting)
    return next((scope for scope in (rule(case) for rule in _RULES) if scope is not None), "sub")


def _of_none(case: Case) -> Scope | None:
    """Set everything apart in an article that tells of no event, its forces too."""
    return "other" if case.setting.of_no_event else None


def _elsewhere(case: Case) -> Scope | None:
    """Set apart what another event did that the sentence names, unless it is dated into this one."""
    return "other" if case.own != "within" and of_other_event(case) else None


def _before_it(case: Case) -> Scope | None:
    """Set what led to the event apart, but for the forces that made ready for it, and its own days."""
    if case.meanwhile and (case.chapter.story or not case.fielded):
        return None
    if case.fielded and (case.chapter.before or case.chapter.forces):
        earlier = case.near in _EARLIER or case.own in {"long before", "after"} or case.remote
        return "other" if earlier and not case.chapter.forces else "main"
    return "other" if case.chapter.before else None


def _after_it(case: Case) -> Scope | None:
    """Set what came after it apart, but for a look back: a toll that somebody gives later."""
    if not case.chapter.after or (case.own is None and opens_with_sum(case)):
        return None
    looks_back = case.said and case.one_day
    reviewed = case.own is None and case.near is None and (case.said or case.chapter.losses)
    elsewhere = case.near in _EARLIER or ("after" in {case.near, case.told} and not looks_back)
    outside = case.own in {*_EARLIER, "after"} or (case.own is None and elsewhere)
    return "other" if outside or (case.fielded and not reviewed) else None


def _out_of_time(case: Case) -> Scope | None:
    """Set apart what a date puts long before the event or behind it, or leaves in a whole year of war."""
    if case.own == "after" and of_the_fight(case):
        return "main"  # "30 men who fell during the battle were buried on 15 May"
    remote = (case.own or case.near) == "long before" or case.wide
    later = case.own == "after" and not (case.sentence.zone == "lead" or case.until or case.trailing)
    return "other" if remote or later else None


def _single(case: Case) -> Scope | None:
    """Take the fate of one man or one ship for an episode, unless one is what a sum comes to."""
    quantity, chapter = case.one.quantity, case.chapter
    alone = quantity.kind == "exact" and quantity.low == 1 and not case.fielded
    summed = chapter.losses or chapter.after or case.sentence.zone == "lead"
    if alone and case.own is None and opens_with_sum(case) and case.one.figure is not None:
        return None  # "In all, one guard was killed"
    then = chapter.after and not (chapter.losses or case.whole or case.one.figure is not None)
    if alone and then and not tells_back(case):
        return "other"  # what became of one man, of which no day is told
    summed = summed or (case.said and case.one_day and _is_person(case))
    return "sub" if alone and not (summed and _is_counted(case)) else None


def _is_person(case: Case) -> bool:
    """Tell "said one person was killed", all there were, from "one of the guards" and "one man"."""
    return case.one.counted is not None and case.one.counted.low == "person"


def _is_counted(case: Case) -> bool:
    """Tell "one guard" from "Captain Roe", "a guard" and "one of the guards"."""
    tokens, figure = case.sentence.tokens, case.one.figure
    if figure is None or figure.quantity.verbatim.lower() not in _ONE:
        return False
    return all(token.low != "of" for token in tokens[figure.last : figure.last + 1])


def _throughout(case: Case) -> Scope | None:
    """Take what "from 26 to 30 June" befell for the whole of an event that lasted from 26 to 30 June."""
    return "main" if case.throughout else None


def _dated_chapter(case: Case) -> Scope | None:
    """Take the part of a long event for an episode, but for the harm to many, told when it is over."""
    summed = case.over and case.own is None and not case.fielded and (case.one.quantity.low or 0) >= _SOME
    if not case.chapter.dated or case.one_day:
        return None
    return "main" if summed else "sub"


def _lead(case: Case) -> Scope | None:
    """Take the lead for the whole; where an article has no sections, only its first paragraph is one."""
    sentence, sections = case.sentence, case.setting.article.sections
    return "main" if sentence.zone == "lead" and (len(sections) > 1 or sentence.paragraph == 0) else None


def _day_of_losses(case: Case) -> Scope | None:
    """Find the day in the casualties section of a long event."""
    dated = (case.own is not None and not case.until) or (case.own is None and case.near == "within")
    return "sub" if case.chapter.losses and dated and not case.one_day else None


def _toll(case: Case) -> Scope | None:
    return "main" if case.own is None and (of_the_whole(case) or tells_state(case)) else None


def _sum(case: Case) -> Scope | None:
    """Take a section on losses or on the aftermath for the whole, unless it gives the day."""
    if not (case.chapter.losses or case.chapter.after):
        return None
    if of_another_time(case):
        return "other"
    after = case.chapter.after and case.own != "within" and not (case.chapter.losses or case.said)
    if after and of_a_bare_year(case):
        return "other"
    told = case.told == "within" or (case.own is not None and case.whole and not case.spread)
    return "sub" if told and not (case.one_day or case.until) else "main"


def _host(case: Case) -> Scope | None:
    """Take those who take part for the whole; in a long event only many, of whom no day is told."""
    if not case.fielded:
        return None
    if case.one_day or (case.own or case.near) == "before":
        return "sub" if (case.chapter.part and case.one_day) or case.trailing else "main"
    low, least = case.one.quantity.low, _ARMY if case.chapter.part else _HOST
    dated = case.own is not None or case.near is not None
    few = case.chapter.part if low is None else low < least
    return "sub" if dated or few else "main"


def _said_of_it(case: Case) -> Scope | None:
    """Take a sayer's count for the whole in an event of one day, and when the event is over."""
    over = case.over and case.own is None
    if case.chapter.part and case.near is None and case.own is None:
        return None  # a chapter of a longer story, of which no day is told
    return "main" if case.said and (case.one_day or over) and case.own not in _EARLIER else None


def _blow(case: Case) -> Scope | None:
    return "main" if case.setting.one_blow and case.own not in _EARLIER else None


def _masses(case: Case) -> Scope | None:
    """Take the harm to a thousand, of whom no day is told, for that of the whole."""
    undated = case.own is None and case.near is None
    return "main" if undated and not case.fielded and (case.one.quantity.low or 0) >= _MASSES else None


_RULES: tuple[Callable[[Case], Scope | None], ...] = (
    _of_none, _elsewhere, _before_it, _after_it, _out_of_time, _single, _throughout, _dated_chapter, _lead,
    _day_of_losses, _toll, _sum, _host, _said_of_it, _blow,
    _masses,
)  # fmt: skip
