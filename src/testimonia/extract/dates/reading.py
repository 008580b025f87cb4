"""The dates of an article in document order: each phrase completed by what stands before it.

The event's own date, the section's title and the last date mentioned are what a reader keeps in
mind; so does `date_sentences`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from testimonia.extract.chapters import chapter_of
from testimonia.extract.dates.calendar import parts_of
from testimonia.extract.dates.find import find_dates
from testimonia.extract.dates.mention import DateMention
from testimonia.extract.dates.resolve import NIGHT, DateContext, resolve
from testimonia.extract.figures import Figure, find_figures
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token, tokenize
from testimonia.model import Article, When

__all__ = ["Dated", "DatedSentence", "date_sentences", "dates_of_sentence"]


class Dated(NamedTuple):
    """A date phrase and what it means."""

    mention: DateMention
    when: When
    """With its span in the source."""


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence with its dates and figures."""

    sentence: Sentence
    dates: tuple[Dated, ...]
    """In text order; phrases that nothing fixes are left out."""
    context: DateContext
    """What was known where the sentence begins."""
    taken: frozenset[int]
    """The tokens that dates own, so that no figure is read there."""
    figures: tuple[Figure, ...]
    """The figures beside the dates, in text order."""


def dates_of_sentence(sentence: Sentence, context: DateContext) -> tuple[tuple[Dated, ...], DateContext]:
    """Give the dates of one sentence and what is known behind it."""
    dates = []
    for mention, reason in _in_other_years(sentence.tokens, find_dates(sentence.tokens), context):
        when = resolve(mention, context)
        if when is None:
            continue
        span = sentence.source(mention.first, mention.last)
        dates.append(Dated(mention, When(when.start, when.end, span, when.inherited or reason)))
        context = _after(context, mention, when)
    return tuple(dates), context


def _in_other_years(
    tokens: Sequence[Token], mentions: Sequence[DateMention], context: DateContext
) -> Iterator[tuple[DateMention, str | None]]:
    """Join "6 to 8 June" and "of the next year" to one date, with the reason of its year."""
    known = context.before or context.start
    skipped: DateMention | None = None
    for at, mention in enumerate(mentions):
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        if mention is skipped:
            continue
        shifted = after is not None and after.kind == "relative" and after.unit == "year" and after.shift
        joined = after is not None and tokens[after.first - 1].low == "of" and after.first - mention.last <= 1
        dated = mention.start.month is not None and mention.start.year is None
        if after is None or not (shifted and joined and dated) or known is None or known.year is None:
            yield mention, None
            continue
        skipped, year = after, known.year + after.shift
        end = mention.end._replace(year=year) if mention.end else None
        joined_date = replace(mention, last=after.last, start=mention.start._replace(year=year), end=end)
        yield joined_date, f"year counted from {known.year}"


def date_sentences(
    article: Article, sentences: Sequence[Sentence], event_when: When | None
) -> tuple[DatedSentence, ...]:
    """Give the dates of all sentences, one entry a sentence, in the same order."""
    return tuple(_read(article, sentences, event_when))


def _read(
    article: Article, sentences: Sequence[Sentence], event_when: When | None
) -> Iterator[DatedSentence]:
    context = _of_event(event_when)
    section, paragraph = -1, -1
    for sentence in sentences:
        if sentence.passage.section != section:
            context = _enter(context, article, section, sentence.passage.section)
            section = sentence.passage.section
        if sentence.paragraph != paragraph:
            context = replace(context, fresh=False) if context.fresh else context
            paragraph = sentence.paragraph
        dates, after = dates_of_sentence(sentence, context)
        taken = _taken(dates) if context.start is not None else _taken(dates) | _unfixed(sentence)
        yield DatedSentence(sentence, dates, context, taken, tuple(find_figures(sentence.tokens, taken)))
        context = after


def _taken(dates: Sequence[Dated]) -> frozenset[int]:
    """Give the tokens of dates; a number that may be no year ("on 24 October 140 aircraft …") stays free."""
    return frozenset(at for mention, _ in dates for at in range(mention.first, mention.last - mention.weak))


def _unfixed(sentence: Sentence) -> frozenset[int]:
    """Give the tokens of days without a year in an article that names none: "On 5 May Dow troops …"."""
    days = (mention for mention in find_dates(sentence.tokens) if mention.kind == "day")
    return frozenset(at for day in days for at in range(day.first, day.last - day.weak))


def _of_event(when: When | None) -> DateContext:
    if when is None or when.start is None:
        return DateContext()
    start = parts_of(when.start)
    return DateContext(start, parts_of(when.end) if when.end else None)


def _enter(context: DateContext, article: Article, left: int, entered: int) -> DateContext:
    """Enter a section: the lead's dates are forgotten, the heading's are taken up."""
    section = article.sections[entered]
    before, background = None if left == 0 else context.before, chapter_of(article, entered).before
    context = replace(context, heading=None, fresh=False, before=before, background=background)
    for title in section.path or (section.title,):
        mention = _dating(title)
        when = resolve(mention, context) if mention else None
        if when and when.start and when.end and parts_of(when.start).year == parts_of(when.end).year:
            start = parts_of(when.start)
            context = replace(context, heading=start, before=start if start.whole else context.before)
    return context


def _dating(title: str) -> DateMention | None:
    """Give the date of a title: "March 2022", "Storm of 6 May"; a number in a name is none."""
    tokens = tokenize(title)
    alone = [one for one in find_dates(tokens, alone=True) if one.last - one.first == len(tokens)]
    return next((one for one in [*alone, *find_dates(tokens)] if one.explicit), None)


def _after(context: DateContext, mention: DateMention, when: When) -> DateContext:
    """Keep in mind the date just read; a look back ("the day before", "in 1928") does not move the story."""
    if mention.kind == "decade" or when.end is None or mention.shift < 0:
        return context
    date, before = parts_of(when.end), context.before
    if mention.kind == "time" and date == before:
        return context
    if date.month is None and before and (before.year == date.year or (before.whole and date < before)):
        return context
    night = mention.part in NIGHT
    return replace(context, before=date, fresh=True, night=night)
