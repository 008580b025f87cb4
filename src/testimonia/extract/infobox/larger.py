"""The larger events that the infobox names: "the southern campaign of the River War and the Delta clashes".

A preposition divides two events only where an event stands on both sides of it: "the invasion of
the island" is one, "the siege during the invasion of the island" are two, and "the early phase of the
war" is one, for a phase is no event of its own.
"""

import re
from collections.abc import Iterator
from functools import cache

from testimonia.extract.drafts import Named
from testimonia.lexicon import rows
from testimonia.model import Article, Mark, Passage

__all__ = ["read_part_of"]

_LINKS = re.compile(
    r"""
      \s*[,;\n]+\s*(?:(?:and|of|in|during)\s+)?
    | \s+and\s+
    | \s+(?:during|of|in|on|within|as[ ]part[ ]of)\s+(?=the\s|[A-Zx\d])  # x stands for a hidden link
    | ['’]s\s+ | \s*[()]\s* | \s+[–—]\s+
    """,
    re.VERBOSE,
)
_STRONG = re.compile(r"\s*[,;\n]|\s+during\b|\s+as part of\b|\s*[()]|\s+and\b")
_LEAD = re.compile(r"^(?:(?:part of|the|an?|during|of|in|and|both)\s+)+", re.IGNORECASE)
_FRONTS = frozenset({"front", "theatre", "theater", "fronts"})
_DATED = re.compile(r"\([^()]*\d{3,4}[^()]*\)|\((?:\w+\s)?(?:phase|stage|present)\)")


@cache
def _events() -> frozenset[str]:
    return frozenset(row["form"].lower().split()[-1] for row in rows("events")) | _FRONTS


def read_part_of(article: Article) -> tuple[Named, ...]:
    """Give each larger event named by the infobox, without a leading article."""
    for parameter in article.parameters:
        if parameter.key == "partof":
            return tuple(_named(parameter.passage))
    return ()


def _named(passage: Passage) -> Iterator[Named]:
    shown = passage.shown
    links = [mark for mark in passage.marks if mark.kind == "link"]
    seen: set[str] = set()
    for first, end in _stretches(shown, links):
        lead = _LEAD.match(shown[first:end])
        start = first + (lead.end() if lead else 0)
        words = re.sub(r"(?:[\s.,;:]|\s(?:and|of|in))+$", "", shown[start:end])
        if re.search(r"[A-Z\d]", words) and words not in seen:
            seen.add(words)
            link = next((m.value for m in links if m.start < start + len(words) and start < m.end), None)
            yield Named(re.sub(r"\s+", " ", words), passage.source(start, start + len(words)), link)


def _stretches(shown: str, links: list[Mark]) -> Iterator[tuple[int, int]]:
    masked = shown
    for first, last in [
        *(match.span() for match in _DATED.finditer(shown)),
        *((mark.start, mark.end) for mark in links),
    ]:
        masked = masked[:first] + "x" * (last - first) + masked[last:]
    start = 0
    for match in _LINKS.finditer(masked):
        if match.start() >= start and _divides(shown, start, match, links):
            yield start, match.start()
            start = match.end()
    yield start, len(shown)


def _divides(shown: str, start: int, match: re.Match[str], links: list[Mark]) -> bool:
    left, right = shown[start : match.start()], shown[match.end() :]
    if not right.strip():
        return True
    linked = any(m.end <= match.start() and m.start >= start for m in links) and any(
        m.start >= match.end() for m in links
    )
    if linked and _has_event(left) and _has_event(right):
        return True
    if _STRONG.match(match.group()):
        return _has_event(left) and (_has_event(right) or right.startswith("the "))
    return _heads(left) and _heads(right)


def _has_event(words: str) -> bool:
    return any(word.strip("()'’").lower() in _events() for word in words.split())


def _heads(words: str) -> bool:
    """Tell whether the first noun phrase is an event: its last word before the first preposition."""
    phrase = re.split(
        r"\s(?:of|in|on|at|against|between|from|with|during|within|as|near|to)\s",
        _LEAD.sub("", _DATED.sub("", words).strip()),
    )[0]
    phrase = re.split(r"['’]s\s|,|\sand\s|\s\(", phrase)[0]
    names = [word for word in phrase.split() if not re.fullmatch(r"[IVX]+|[\d–-]+", word)]
    return bool(names) and names[-1].strip("()'’").lower() in _events()
