"""What a citation template or the words of a reference say of a source."""

import re

from testimonia.model import CitedSource, Span
from testimonia.read.wikitext.calls import Call
from testimonia.read.wikitext.inline import Stretch
from testimonia.read.wikitext.render import shower_for

__all__ = ["described_source", "pages_of", "shown", "worded_source"]

_URL = re.compile(r"https?://[^\s<>\[\]{}|\"]+")
_LINKED = re.compile(r"\[https?://\S+\s+([^\[\]\n]+)\]")
_ITALIC = re.compile(r"(?<!')''(?!')([^\n]+?)(?<!')''(?!')")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\d{4}")
_EDGES = " \t\r\n.,;:"


def shown(part: Stretch) -> str:
    """Give the words of a stretch as a reader sees them, on one line."""
    words = part.words
    if any(sign in words for sign in "[{<'&"):
        shower = shower_for(part.scan.text)
        shower.show(part)
        words = shower.view.shown
    return " ".join(words.split())


def described_source(used: Call) -> CitedSource:
    """Give the source that a citation template describes."""
    found = _filled(used)
    lone = {field: parts[min(parts)] for field, parts in found.items()}
    authors = _people(found, "author", "last", "first") or _people(
        found, "editor", "editor-last", "editor-first"
    )
    title = lone.get("title") or lone.get("part")
    if title is None and used.positional:
        title = shown(used.positional[0]) or None
    url = _URL.match(lone.get("url", ""))
    pieces = ["; ".join(authors), lone.get("date"), title, lone.get("work"), lone.get("publisher")]
    span = Span(used.whole.start, used.whole.end)
    return CitedSource(
        key=str(span.start),
        span=span,
        text=". ".join(piece.strip(_EDGES) for piece in pieces if piece) or used.name,
        title=title,
        authors=authors,
        date=lone.get("date"),
        work=lone.get("work"),
        publisher=lone.get("publisher"),
        url=url.group() if url else None,
    )


def _filled(used: Call) -> dict[str, dict[int, str]]:
    """Give for each field its values by number; the parameter that ranks higher wins."""
    ranked = []
    for key, part in used.named.items():
        digits = _DIGITS.search(key)
        known = used.whole.scan.meanings.citations.get(_DIGITS.sub("", key))
        if known:
            ranked.append((known, int(digits.group()) if digits else 1, part))
    found: dict[str, dict[int, str]] = {}
    for (_, field), number, part in sorted(ranked, key=lambda one: one[:2]):
        words = _URL.search(part.words) if field == "url" else None
        value = words.group() if words else shown(part)
        if value:
            found.setdefault(field, {}).setdefault(number, value)
    return found


def _people(found: dict[str, dict[int, str]], whole: str, last: str, first: str) -> tuple[str, ...]:
    """Put the names of authors together, in their order."""
    given = found.get(first, {})
    names = {
        number: f"{given[number]} {words}" if number in given else words
        for number, words in found.get(last, {}).items()
    }
    for number, words in found.get(whole, {}).items():
        names.setdefault(number, words)
    return tuple(names[number] for number in sorted(names))


def pages_of(used: Call, number: int = 1) -> str | None:
    """Give where in its first source, or another by number, a template points to."""
    return _filled(used).get("pages", {}).get(number)


def anchors(used: Call) -> tuple[tuple[str, ...], str]:
    """Give the last names and the year by which short references name a source."""
    found = _filled(used)
    last = found.get("last") or found.get("author") or found.get("editor-last") or found.get("editor") or {}
    year = _YEAR.search(found.get("date", {}).get(1, ""))
    return tuple(last[number] for number in sorted(last)), year.group() if year else ""


def worded_source(part: Stretch) -> CitedSource | None:
    """Give the source that the words of a reference describe, None if there are no words."""
    words, url = shown(part).strip(), _URL.search(part.words)
    if not words and not url:
        return None
    address = url.group().rstrip(".,;)") if url else None
    lead = len(part.words) - len(part.words.lstrip())
    span = Span(part.start + lead, part.start + len(part.words.rstrip()))
    return CitedSource(str(span.start), span, words or address or "", title=_titled(part), url=address)


def _titled(part: Stretch) -> str | None:
    """Give the title in a reference of words: what a link to the web shows, else the first italics."""
    found = _LINKED.search(part.words) or _ITALIC.search(part.words)
    if not found:
        return None
    first, last = found.span(1)
    inner = part.scan.part(part.start + first, part.start + last)
    return shown(Stretch(inner, part.start + first, part.start + last, 0, len(inner.tokens))) or None
