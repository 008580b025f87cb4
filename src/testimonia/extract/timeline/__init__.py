"""What the prose tells of dates: one happening for each date phrase."""

from collections.abc import Sequence

from testimonia.extract.dates import DatedSentence, date_sentences
from testimonia.extract.sentences import Sentence
from testimonia.extract.timeline.clauses import clause_of
from testimonia.extract.timeline.kinds import judge
from testimonia.extract.timeline.names import named_in
from testimonia.extract.timeline.telling import is_ahead, telling_dates
from testimonia.extract.timeline.verbs import find_verbs
from testimonia.extract.timeline.words import kind_of_title
from testimonia.extract.tokens import tokenize
from testimonia.model import Article, Happening, HappeningKind, When

__all__ = ["extract_happenings", "happenings_of"]


def extract_happenings(
    article: Article, sentences: Sequence[Sentence], event_when: When | None
) -> tuple[Happening, ...]:
    """Give what the prose tells of dates, in text order; the infobox is not read."""
    return happenings_of(article, date_sentences(article, sentences, event_when), event_when)


def happenings_of(
    article: Article, dated: Sequence[DatedSentence], event_when: When | None
) -> tuple[Happening, ...]:
    """Give what sentences tell whose dates are known, one happening for each date phrase."""
    title = kind_of_title(tokenize(article.title))
    found: list[Happening] = []
    for one in dated:
        if one.dates and one.sentence.zone in {"lead", "prose"}:
            found.extend(_happenings(one, event_when, title))
    return tuple(found)


def _happenings(dated: DatedSentence, event_when: When | None, title: HappeningKind) -> list[Happening]:
    """Give what one sentence tells; a date that had to be worked out counts as less sure."""
    sentence = dated.sentence
    verbs = find_verbs(sentence.tokens)
    found = []
    for date in telling_dates(dated, verbs, event_when):
        clause = clause_of(sentence, verbs, date.mention)
        if is_ahead(sentence.tokens, verbs, clause.verb):
            continue
        kind, rule = judge(sentence.tokens, clause, verbs, title)
        actors, places = named_in(sentence, clause)
        confidence = 0.9 if date.mention.explicit else 0.8
        span = sentence.source(clause.first, clause.last)
        found.append(Happening(kind, date.when, span, sentence.span, rule, confidence, actors, places))
    return found
