"""The event as the first sentences tell it, where there is no infobox.

example          "The Battle of Roe took place on 3 May 1848 near Roe in Kayes, between X and Y."
counter-example  a football match: no event kind in title or lead
"""

import re
from collections.abc import Sequence
from functools import cache

from testimonia.extract.dates import date_from_lead
from testimonia.extract.drafts import EventDraft, Named
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows
from testimonia.model import Article, EventKind, Span

__all__ = ["event_from_lead", "kind_of_title"]

_PLACE = re.compile(
    r"\b(?:in|at|near|outside|around|of)\s+((?:the\s+)?[A-ZÀ-Þ][\w'’\-]*(?:\s+(?:[A-ZÀ-Þ][\w'’\-]*|al-\w+|de|of|la))*)((?:,\s+[A-ZÀ-Þ][\w'’\-]*(?:\s+[A-ZÀ-Þ][\w'’\-]*)*)*)"
)
_PART = re.compile(
    r"\b(?:part of|during|in the course of)\s+(?:the\s+)?((?:[A-ZÀ-Þ0-9][\w'’\-–]*)(?:\s+(?:[A-ZÀ-Þ0-9][\w'’\-–]*|of|the|in))*)"
)


@cache
def _kinds() -> dict[str, EventKind]:
    return {row["form"].lower(): row["kind"] for row in rows("events")}  # type: ignore[misc]


def kind_of_title(title: str) -> EventKind:
    """Give the kind of event that a title names; "other" if none."""
    words = re.findall(r"[a-z]+", title.lower())
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            kind = _kinds().get(" ".join(words[at : at + size]))
            if kind:
                return kind
    return "other"


def event_from_lead(article: Article, sentences: Sequence[Sentence]) -> EventDraft:
    """Give the event of an article without infobox: title, kind, date, place and larger event of the lead."""
    lead = [sentence for sentence in sentences if sentence.zone == "lead"][:3] or list(sentences[:1])
    kind = kind_of_title(article.title)
    span = lead[0].span if lead else Span(0, min(len(article.text), max(1, len(article.title))))
    if kind == "other" and lead:
        kind = kind_of_title(lead[0].shown[:120])
    return EventDraft(
        article.title,
        kind,
        span,
        when=date_from_lead(lead) if lead else None,
        places=tuple(_places(lead)),
        part_of=tuple(_larger(lead, article.title)),
    )


def _places(lead: Sequence[Sentence]) -> list[Named]:
    for sentence in lead[:1]:
        offset = sentence.start
        for match in _PLACE.finditer(sentence.shown):
            if kind_of_title(match.group(1)) != "other" or re.match(
                r"(?:the\s+)?(?:[A-Z][a-z]+ )?(?:War|Army|Battle|January|February|March|April|May|June|July|August|September|October|November|December)\b",
                match.group(1),
            ):
                continue
            found = [_named(sentence, offset, match, 1)]
            at = match.start(2)
            for part in re.finditer(r"[^,\s][^,]*", match.group(2)):
                found.append(
                    Named(
                        part.group(),
                        sentence.passage.source(offset + at + part.start(), offset + at + part.end()),
                    )
                )
            return found
    return []


def _named(sentence: Sentence, offset: int, match: re.Match[str], group: int) -> Named:
    start, end = match.span(group)
    words = match.group(group)
    cut = len(words) - len(re.sub(r"^the\s+", "", words))
    return Named(words[cut:], sentence.passage.source(offset + start + cut, offset + end))


def _larger(lead: Sequence[Sentence], title: str) -> list[Named]:
    for sentence in lead:
        for match in _PART.finditer(sentence.shown):
            if (
                kind_of_title(match.group(1)) in {"war", "campaign", "offensive", "operation"}
                and match.group(1) not in title
            ):
                return [_named(sentence, sentence.start, match, 1)]
    return []
