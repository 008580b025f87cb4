"""What kind of event a title names, and whether an article tells of an event at all.

example          Battle of Roe → battle · 2016 Roe bombing → attack · Operation Roe → operation
counter-example  Siege (the thing as such) · List of battles · Roe War Memorial · Roe in World War II → other
"""

import re
from collections.abc import Sequence
from functools import cache

from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows
from testimonia.model import Article, EventKind

__all__ = ["event_words", "kind_of_article", "kind_of_title"]

_BEHIND = re.compile(
    r"\s(?:of|in|at|on|off|near|to|during|following|after|against|for|by|from|between|under)\s|\s*[(:,]"
)
_APART = re.compile(
    r"\s(?:in|at|on|off|near|to|during|following|after|against|for|by|from|between|under|who|that)\s|\s*[(:,]"
)
_BESIEGED = re.compile(r"\bsiege\b|\bbesieged\b")
"""What a lead says of the capture of a place that was besieged."""
_PREDICATE = re.compile(r"\b(?:was|were|comprised|refers to|denotes|took place|occurred|broke out|began)\b")


@cache
def event_words() -> dict[str, EventKind]:
    """Give the nouns in titles of events with the kind that each tells."""
    return {row["form"].lower(): row["kind"] for row in rows("events")}  # type: ignore[misc]


def kind_of_title(title: str) -> EventKind:
    """Give the kind of event that a title names anywhere; "other" if none."""
    words = re.findall(r"[a-z]+", title.lower())
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            kind = event_words().get(" ".join(words[at : at + size]))
            if kind:
                return kind
    return "other"


def kind_of_article(article: Article, lead: Sequence[Sentence]) -> EventKind:
    """Give the kind of event that an article without infobox tells of; "other" if it tells of none."""
    title = article.title
    head = _BEHIND.split(title, maxsplit=1)[0]
    words = re.findall(r"[a-z]+", head.lower())
    whole = re.findall(r"[a-z]+", _APART.split(title, maxsplit=1)[0].lower())
    kind = (
        _kind_at_end(words)
        or _kind_at_end(whole)
        or (event_words().get(words[0]) if words and words[0] == "operation" else None)
    )
    if _is_about(head):
        return "other"
    if kind is not None:
        besieged = words[-1:] == ["capture"] and any(_BESIEGED.search(one.shown) for one in lead[:2])
        return "other" if _is_concept(article) else "siege" if besieged else kind
    if not lead:
        return "other"
    return _told(lead[0].shown)


def _kind_at_end(words: Sequence[str]) -> EventKind | None:
    return next(
        (kind for size in (3, 2, 1) if (kind := event_words().get(" ".join(words[-size:]))) is not None), None
    )


def _is_concept(article: Article) -> bool:
    """Tell "Civil war" from "Roe massacre": no capital but the first, and the text writes that word small."""
    title = article.title
    if any(c.isupper() or c.isdigit() for c in title[1:]):
        return False
    first = title.split()[0].lower()
    return " " not in title or re.search(rf"(?<!\w){re.escape(first)}(?!\w)", article.text) is not None


def _is_about(head: str) -> bool:
    """Tell titles of writings about events: lists, memorials, histories."""
    return (
        re.search(
            r"^(?:List|Timeline|Historiography|Memorials?|Order of battle|History|Aftermath|Legacy|"
            r"Casualties|Rescue)\b",
            head,
        )
        is not None
    )


def _told(sentence: str) -> EventKind:
    """Give the kind in "X was a …" of a first sentence in the past tense."""
    match = _PREDICATE.search(sentence)
    if match is None or re.search(r"\b(?:is|are)\b", sentence[: match.start()]):
        return "other"
    phrase = re.split(
        r"\b(?:of|in|at|on|during|that|which|by|between|from)\b|[,.;]", sentence[match.end() :], maxsplit=1
    )[0]
    return _kind_at_end(re.findall(r"[a-z]+", phrase.lower())) or "other"
