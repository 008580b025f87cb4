"""What happened: label, kind, time, place, larger events and result, as the infobox gives them."""

import re
import unicodedata
from functools import cache
from typing import cast

from testimonia.extract.dates.values import parse_date_value
from testimonia.extract.drafts import EventDraft, Named
from testimonia.extract.infobox.larger import read_part_of
from testimonia.extract.infobox.places import read_coordinates, read_places
from testimonia.extract.phrases import PhraseTable
from testimonia.extract.tokens import tokenize
from testimonia.lexicon import rows
from testimonia.model import Article, EventKind, Parameter, Span, When
from testimonia.read import meanings_of

__all__ = ["read_event"]

_RESULTS = ("result", "status", "outcome")
_TYPES = ("type", "attacktype", "eventtype")


@cache
def _kinds() -> PhraseTable[EventKind]:
    return PhraseTable((row["form"], row["kind"]) for row in rows("events"))  # type: ignore[misc]


def read_event(article: Article) -> EventDraft:
    """Read the article's event out of its infobox."""
    keyed = {parameter.key: parameter for parameter in reversed(article.parameters)}
    label, span, aliases = _label(article, keyed)
    kind, kind_span = _kind(article, label, span, keyed)
    coordinates = read_coordinates(article)
    return EventDraft(
        label, kind, span, kind_span, _when(keyed), read_places(article),
        coordinates[0] if coordinates else None, coordinates[1] if coordinates else None,
        read_part_of(article), _result(keyed), aliases,
    )  # fmt: skip


def _when(keyed: dict[str, Parameter]) -> When | None:
    for key in ("date", "time"):
        if key in keyed:
            when = parse_date_value(keyed[key].passage)
            if when:
                return when
    return None


def _label(article: Article, keyed: dict[str, Parameter]) -> tuple[str, Span, tuple[str, ...]]:
    """Give the event's name, its span and its names in other scripts."""
    parameter = keyed.get("conflict")
    shown = parameter.passage.shown.split("\n")[0] if parameter else ""
    match = re.match(r"[^\n]*?(?=\s*[,;/]?\s*[^\W\d_a-zA-Z\u00c0-\u024f\u1e00-\u1eff]|\s*$)", shown)
    label = (match.group() if match and len(match.group()) > 2 else shown).strip(" ,;/")
    if not parameter or not label or not _is_latin(label):
        return article.title, _title_span(article), ()
    start = parameter.passage.shown.find(label)
    rest = shown[start + len(label) :].strip(" ,;/()")
    return label, parameter.passage.source(start, start + len(label)), (rest,) if rest else ()


def _is_latin(words: str) -> bool:
    return any("LATIN" in unicodedata.name(c, "") for c in words)


def _title_span(article: Article) -> Span:
    """Find the title at the head of the article, else give its first words."""
    at = article.text.find(article.title) if article.title else -1
    if at < 0:
        return Span(0, max(1, len(article.text.split("\n", 1)[0])))
    return Span(at, at + len(article.title))


def _kind(
    article: Article, label: str, span: Span, keyed: dict[str, Parameter]
) -> tuple[EventKind, Span | None]:
    """Read the kind off the label, the title, the infobox's own word for it, or the larger event."""
    for words, where in ((label, span), (article.title, None)):
        kind = kind_of(words)
        if kind:
            return kind, where
    for key in _TYPES:
        kind = kind_of(keyed[key].passage.shown) if key in keyed else None
        if kind:
            return kind, keyed[key].span
    if re.search(r"explosion|bombing|shooting|ambush", label, re.IGNORECASE):
        return "attack", None
    said = meanings_of(article.templates).infoboxes.get(article.infobox or "")
    return cast("EventKind", said or "battle"), None


def kind_of(words: str) -> EventKind | None:
    """Give the kind of the event that a title names: the first event word that says more than "other"."""
    tokens = tokenize(words)
    at = 0
    while at < len(tokens):
        found = _kinds().at(tokens, at)
        if found and found[1] != "other":
            return found[1]
        at = found[0] if found else at + 1
    return None


def _result(keyed: dict[str, Parameter]) -> Named | None:
    """Give the headline outcome: the first item of the result."""
    for key in _RESULTS:
        if key not in keyed:
            continue
        passage = keyed[key].passage
        end = _first_item(passage.shown)
        words = passage.shown[:end].strip(" .:;,*")
        if words and not words.lower().startswith("see "):
            start = passage.shown.find(words)
            return Named(words, passage.source(start, start + len(words)))
    return None


def _first_item(shown: str) -> int:
    depth = 0
    for at, sign in enumerate(shown):
        depth += (sign in "([") - (sign in ")]")
        if depth == 0 and sign in ",;\n" and at > 2:
            return at
    return len(shown)
