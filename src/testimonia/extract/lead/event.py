"""The event of an article without infobox: label, kind, date, places, larger events, result."""

import re
from collections.abc import Sequence

from testimonia.extract.dates import date_from_lead
from testimonia.extract.drafts import EventDraft, Named
from testimonia.extract.lead.kind import kind_of_article
from testimonia.extract.lead.larger import larger_events
from testimonia.extract.lead.places import place_chain
from testimonia.extract.sentences import Sentence
from testimonia.model import Article, Span

__all__ = ["event_from_lead", "lead_of"]


def lead_of(sentences: Sequence[Sentence], number: int) -> list[Sentence]:
    """Give the first sentences of the lead; of the article where no lead is marked."""
    lead = [sentence for sentence in sentences[:40] if sentence.zone == "lead" and len(sentence.tokens) > 4][
        :number
    ]
    return lead or list(sentences[:1])


def event_from_lead(article: Article, sentences: Sequence[Sentence]) -> EventDraft:
    """Give the event of an article without infobox; of an article on something else the kind "other"."""
    lead = lead_of(sentences, 6)
    kind = kind_of_article(article, lead)
    span = lead[0].span if lead else Span(0, min(len(article.text), max(1, len(article.title))))
    if kind == "other" or not lead:
        return EventDraft(
            article.title,
            kind,
            span,
            when=date_from_lead(sentences, article.title) if lead and _past(lead[0]) else None,
        )
    return EventDraft(
        article.title,
        kind,
        span,
        when=date_from_lead(sentences, article.title),
        places=place_chain(article.title, lead[:3], sentences),
        part_of=larger_events(article.title, lead[:2]),
        result=_result(lead),
    )


def _past(sentence: Sentence) -> bool:
    return re.search(
        r"\b(?:was|were|took|broke|began|killed)\b", sentence.shown
    ) is not None and not re.search(r"\b(?:is|are) (?:a|an|the)\b", sentence.shown)


_OUTCOME = r"(?:victory|victories|defeat|rout|stalemate|withdrawal|surrender|draw|success|capture)"
_ENDED = re.compile(
    rf"\b(?:ended|resulted|culminated|concluded)\s+(?:in|with|as)\s+(?:(?:an|a|the)\s+)?((?:[\w'’-]+\s){{0,4}}?{_OUTCOME}"
    r"(?:\s(?:for|of|over|by)\s(?:the\s)?(?:[A-ZÀ-Þ][\w'’-]+(?:\s(?:of|and|the))?\s?){1,4})?)"
)
_WON = re.compile(
    r"(?<![\w-])((?:[A-ZÀ-Þ][\w'’-]+\s){1,3}(?:(?:decisive|tactical|strategic|crushing|pyrrhic|major|unexpected)\s)?victory)\b"
)
_FOR = re.compile(
    r"\bwas\s(?:a|an|the)\s((?:[a-z]+\s){0,3}(?:victory|defeat)\s(?:for|of|by)\s(?:the\s)?[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)*)"
)


def _result(lead: Sequence[Sentence]) -> Named | None:
    """Give the outcome in the words of the lead: "rout for the Roes", "Orr's victory"."""
    for pattern in (_ENDED, _FOR, _WON):
        for sentence in lead:
            match = pattern.search(sentence.shown)
            if match and not match.group(1).lower().startswith("the "):
                words = re.sub(r"\s(?:and|of|the)?\s*$", "", match.group(1))
                start = sentence.start + match.start(1)
                return Named(words, sentence.passage.source(start, start + len(words)))
    return None
