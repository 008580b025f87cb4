"""Who takes part: belligerents, commanders and units of each side, names only.

Flags, file names, notes, dates, daggers and ranks stay out; what stands in brackets is an alias
("(FSA)"), an office ("(army chief)") or a note ("(until May)").
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from testimonia.extract.drafts import Entry, Named
from testimonia.extract.infobox.names import Piece, cut_names, prose_of
from testimonia.extract.infobox.titles import is_office, is_unnamed, rank_within, strip_titles
from testimonia.lexicon import word_set
from testimonia.model import Article, Parameter, Span

__all__ = ["read_sides"]

_KEY = re.compile(r"^(combatant|commander|units)(\d?)([a-z]?)$")
Role = Literal["belligerent", "commander", "unit"]
_SUPPORT = re.compile(
    r"(?:^|\s)((?:(?:naval|air|aerial|military|material|logistical|political|limited|diplomatic|foreign|artillery|also)\s)*support(?:ed)?(?:\s(?:by|from))?|with\s+support\s+(?:of|from)|backed\s+by|air\s?strikes?|"
    r"in\s+cooperation\s+with|co-belligerents?|alleged(?:ly)?(?:\s\w+)?)$",
    re.IGNORECASE,
)
_ALIAS = re.compile(r"^(?=\S*[A-Z]\S*[A-Z])[A-Z][\w\u2013-]*(?:[ /&.-][A-Z\d][\w-]*)*$")
_LABELS = word_set("layout", "label")


def read_sides(article: Article) -> list[Entry]:
    """Give all entries of the lists of belligerents, commanders and units, in the order of the infobox."""
    prose = prose_of(article)
    found: list[Entry] = []
    for parameter in article.parameters:
        match = _KEY.match(parameter.key)
        if match:
            side = int(match.group(2) or 1)
            found.extend(_ENTRIES[match.group(1)](parameter, side, prose))
    return found


def _belligerents(parameter: Parameter, side: int, prose: str) -> Iterator[Entry]:
    note = None
    for piece in cut_names(parameter.passage, prose):
        words = piece.words
        if piece.end_sign == ":":
            support = _SUPPORT.search(words)
            if support or _is_label(words):
                rest = words[: support.start()].strip() if support else ""
                if rest:
                    yield _entry(parameter, piece, (rest, "belligerent"), side, note)
                note = "support" if support else note
                continue
        if (
            words.lower() in _LABELS
            or is_unnamed(words, people=False)
            or re.match(r"\d{1,2} \w+ \d{4}", words)
        ):
            continue
        yield _entry(parameter, piece, (words, "belligerent"), side, note)


def _is_label(words: str) -> bool:
    """Tell a label ("Allied militias:") from a parent with its parts below ("Syrian Army:")."""
    return words.lower() in _LABELS or any(
        word[0].islower() and word not in {"of", "the", "and", "in"} for word in words.split()
    )


def _entry(parameter: Parameter, piece: Piece, name: tuple[str, Role], side: int, note: str | None) -> Entry:
    words, role = name
    alias, office, notes = None, None, [note] if note else []
    for inner in piece.brackets:
        if role == "belligerent" and alias is None and _is_alias(inner, words):
            alias = inner
        elif role == "commander" and office is None and is_office(inner):
            office = inner
        elif inner:
            notes.append(inner)
    named = Named(words, _span(parameter, piece, words), piece.link, piece.flag, "; ".join(notes) or None)
    sure = 0.7 if piece.end_sign == " " else 0.95
    return Entry(named, side, role, f"infobox.{role}", sure, None, alias, office)


def _is_alias(inner: str, words: str) -> bool:
    return (
        bool(_ALIAS.match(inner))
        and sum(c.isupper() for c in inner) >= 2
        and len(inner) <= 12
        and inner != words
    )


def _span(parameter: Parameter, piece: Piece, words: str) -> Span:
    """Give the span of a name; a flag that stands alone is its own evidence."""
    passage = parameter.passage
    if piece.bare_flag:
        flags = [mark.span for mark in passage.marks if mark.kind == "flag" and mark.value == piece.flag]
        return flags[0] if flags else parameter.span
    at = passage.shown.find(words, piece.start, piece.end + 1)
    start = at if at >= 0 else piece.start
    return passage.source(start, start + len(words) if at >= 0 else piece.end)


def _commanders(parameter: Parameter, side: int, prose: str) -> Iterator[Entry]:
    last: Entry | None = None
    for piece in [part for whole in cut_names(parameter.passage, prose) for part in _at_ranks(whole)]:
        if piece.bare_flag or piece.end_sign == ":":
            continue
        words = _after_italics(parameter, piece)
        if last and piece.fresh and is_office(words):
            last = _with_office(last, words)
            continue
        if last:
            yield last
            last = None
        _, name = strip_titles(words)
        if (
            words.lower() in _LABELS
            or is_unnamed(words)
            or is_office(words)
            or (not name[:1].isupper() and not re.match(r"(?:al|el|an|ash|von|de|van|d)[-' ]", name))
        ):
            continue
        last = _entry(parameter, piece, (name, "commander"), side, None)
    if last:
        yield last


def _at_ranks(piece: Piece) -> list[Piece]:
    """Cut "Abel Corder 1st Lt. Ben Doe" before the second rank."""
    at = rank_within(piece.words)
    if at is None:
        return [piece]
    left = piece.words[:at].rstrip()
    first = replace(piece, words=left, end=piece.start + len(left), brackets=(), end_sign=" ")
    second = replace(piece, words=piece.words[at:], start=piece.start + at, flag=None, fresh=False)
    return [first, *_at_ranks(second)]


def _with_office(entry: Entry, words: str) -> Entry:
    if entry.office:
        return entry
    return Entry(
        entry.name, entry.side, entry.role, entry.rule, entry.confidence, entry.parent, entry.alias, words
    )


def _after_italics(parameter: Parameter, piece: Piece) -> str:
    """Leave out a foreign rank that stands in italics before the name."""
    for mark in parameter.passage.marks:
        if mark.kind == "italic" and mark.start <= piece.start < mark.end < piece.end:
            rest = parameter.passage.shown[mark.end : piece.end].strip()
            if rest[:1].isupper():
                return rest
    return piece.words


def _units(parameter: Parameter, side: int, prose: str) -> Iterator[Entry]:
    for piece in cut_names(parameter.passage, prose):
        if piece.bare_flag or is_unnamed(piece.words) or (piece.end_sign == ":" and _is_label(piece.words)):
            continue
        if re.search(r"[A-Z]", piece.words):
            yield _entry(parameter, piece, (piece.words, "unit"), side, None)


_ENTRIES = {"combatant": _belligerents, "commander": _commanders, "units": _units}
