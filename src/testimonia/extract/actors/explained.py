"""Second names that the text itself explains.

example          the Northern Relief Committee (NRC) · NRC (Northern Relief Committee)
example          Liwa al-Roe, also known as the Roe Brigade · Liwa al-Roe (or Roe Brigade)
example          Ann Roe (then called Ann Dow) · Tom "Red" Dow
counter-example  the committee (see below) · the 3rd Army (Kayes Province)
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from testimonia.extract.actors.acronyms import abbreviates, acronym_name, is_acronym, matches
from testimonia.extract.actors.kinds import is_body_noun, is_foreign_head, named_kind
from testimonia.extract.actors.names import Name, Use
from testimonia.extract.actors.naming import country_of, is_demonym, norm
from testimonia.extract.actors.persons import can_be_person, has_given_name, likely_place, shows_person
from testimonia.extract.actors.unit_numbers import abbreviates_unit
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set
from testimonia.model import Span

__all__ = ["Explained", "find_explained"]

_KNOWN_AS = word_set("naming", "known_as")
_FILLERS = word_set("naming", "name_fillers")
_SMALL = word_set("naming", "inside_full_names")


@dataclass(frozen=True, slots=True)
class Explained:
    """A name with another one, side by side in the text."""

    name: str
    other: str
    span: Span
    """Where `name` stands."""
    called: bool = False
    """True where words say so: "also known as"."""


def find_explained(sentences: Sequence[Sentence], names: Mapping[str, Name]) -> Iterator[Explained]:
    """Find the second names that the prose explains, in text order."""
    ends = {(use.sentence.order, use.last): use for name in names.values() for use in name.uses}
    starts = {(use.sentence.order, use.first): use for name in names.values() for use in name.uses}
    signs = (_KNOWN_AS - {"or"}) | {"(", '"', "“"}
    for sentence in sentences:
        if signs.isdisjoint(sentence.lows):
            continue
        for at, token in enumerate(sentence.tokens):
            if token.text == "(" and at:
                yield from _bracketed(sentence, at, ends, starts, names)
            elif token.text in {'"', "“"} and (unit := _quoted(sentence, at, ends, starts)) is not None:
                yield unit
            elif token.low in _KNOWN_AS and token.low != "or" and at:
                yield from _called(sentence, at, ends, starts)


_ROMAN = frozenset("IVXs")
_HEADQUARTERS = frozenset({"hq", "headquarters"})
Uses = Mapping[tuple[int, int], Use]


def _bracketed(
    sentence: Sentence, at: int, ends: Uses, starts: Uses, names: Mapping[str, Name]
) -> Iterator[Explained]:
    """Read the bracket that opens at token `at`."""
    tokens = sentence.tokens
    close = next((k for k in range(at + 1, min(at + 16, len(tokens))) if tokens[k].text == ")"), len(tokens))
    before = tokens[at - 1]
    if is_acronym(before.text) and tokens[at + 1 : close] and tokens[at + 1].capital:
        stop = next((k for k in range(at + 1, close) if tokens[k].text in {",", ";"}), close)
        words = sentence.words(at + 1, stop)
        if matches(before.text, words):
            yield Explained(words, before.text, sentence.source(at + 1, stop))
            return
    previous = ends.get((sentence.order, at)) or _before_number(sentence, at, ends)
    if previous is not None and (unit := _unit_before(sentence, previous.first, at)) is not None:
        letters = sentence.words(at + 1, close)
        if abbreviates_unit(letters, sentence.words(unit, at)) or _letters_same_unit(
            letters, sentence.words(unit, at)
        ):
            yield Explained(sentence.words(unit, at), letters, sentence.source(unit, at))
            return
    pieces = list(_pieces(tokens, at + 1, close))
    shorts = [
        tokens[first].text for first, stop in pieces if stop - first == 1 and is_acronym(tokens[first].text)
    ]
    for first, stop in pieces:
        if stop - first == 1 and is_acronym(tokens[first].text) and not _ROMAN.issuperset(tokens[first].text):
            start = _name_before(sentence, at, tokens[first].text)
            if start is not None:
                yield Explained(sentence.words(start, at), tokens[first].text, sentence.source(start, at))
        elif (
            previous is not None
            and (inner := starts.get((sentence.order, first))) is not None
            and stop - inner.last <= is_body_noun(tokens[stop - 1].low)
        ):
            words = sentence.words(first, stop)
            marked = tokens[at + 1].low in _KNOWN_AS or any(matches(short, words) for short in shorts)
            name = sentence.words(previous.first, at)
            foreign = _is_italic(sentence, previous.first, at) != _is_italic(sentence, first, stop)
            alone = len(pieces) == 1 and (_name_one_unit(name, words) or _byname(name, words, names))
            foreign = foreign and _name_one_body(name, words)
            called = len(pieces) == 1 and _nicknames(name, words, names)
            if marked or alone or foreign or called or _translates(name, words):
                yield Explained(
                    sentence.words(previous.first, at),
                    sentence.words(first, stop),
                    sentence.source(previous.first, at),
                    called=called,
                )


def _letters_same_unit(letters: str, unit: str) -> bool:
    """Tell letters of another language by the unit's number: "35 Roe Squadron (35 MK)"."""
    number, _, short = letters.partition(" ")
    return number.isdigit() and _numbers(unit) == [number] and is_acronym(short)


def _quoted(sentence: Sentence, at: int, ends: Uses, starts: Uses) -> Explained | None:
    """Read a unit's own name in quotation marks: '7th Roe Brigade "Dow"'."""
    unit, own = ends.get((sentence.order, at)), starts.get((sentence.order, at + 1))
    closed = own is not None and own.last < len(sentence.tokens) and sentence.tokens[own.last].text in '"”'
    if unit is None or own is None or not closed:
        return None
    name = sentence.words(unit.first, at)
    if not name[0].isdigit() or named_kind(name) not in _BODIES:
        return None
    span = sentence.source(unit.first, at)
    return Explained(name, sentence.words(own.first, own.last), span, called=True)


def _before_number(sentence: Sentence, at: int, ends: Uses) -> Use | None:
    """Give the name before the number that ends a unit's: "Roe Squadron | 22"."""
    return ends.get((sentence.order, at - 1)) if at and sentence.tokens[at - 1].kind == "number" else None


def _unit_before(sentence: Sentence, first: int, last: int) -> int | None:
    """Give where the name of a unit with a number begins: "617 Roe Squadron", "Roe Squadron 22"."""
    numbered = first and sentence.tokens[first - 1].kind == "number"
    words = sentence.words(first - 1, last) if numbered else sentence.words(first, last)
    return first - bool(numbered) if any(c.isdigit() for c in words) else None


def _is_italic(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether words stand in italics, as names in another language do."""
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return any(
        mark.kind == "italic" and mark.start <= start and end <= mark.end for mark in sentence.passage.marks
    )


def _name_one_body(name: str, inner: str) -> bool:
    """Tell whether one of two names is a body's, and the other no person's or medium's."""
    kinds = {named_kind(name), named_kind(inner)}
    if _numbers(name) != _numbers(inner) or not (" " in name or " " in inner):
        return False
    return (
        bool(kinds & _BODIES)
        and kinds <= _BODIES | {None}
        and not (has_given_name(name) or has_given_name(inner))
    )


def _name_one_unit(name: str, inner: str) -> bool:
    """Tell one unit in two languages by its number and head: "Roe-Regiment 6 (6th Dale Regiment)"."""
    numbers = _numbers(name)
    if len(numbers) != 1 or numbers != _numbers(inner):
        return False
    heads = [{word for word in norm(words).split() if is_body_noun(word)} for words in (name, inner)]
    foreign = is_foreign_head(norm(name).split()[0]) or is_foreign_head(norm(inner).split()[0])
    return bool(heads[0] & heads[1]) or (foreign and bool(heads[0] | heads[1]))


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)


_BODIES = frozenset({"state force", "armed group", "organisation", "coalition"})


def _pieces(tokens: Sequence[Token], first: int, close: int) -> Iterator[tuple[int, int]]:
    """Cut a bracket at commas, semicolons and "or"; fillers before a name left out."""
    start = first
    for at in range(first, close + 1):
        token = tokens[at] if at < close else None
        if token is None or token.text in {",", ";", "/", "–"} or token.low == "or":
            while start < at and (
                tokens[start].low in _FILLERS or tokens[start].low in _KNOWN_AS or tokens[start].text in '"“'
            ):
                start += 1
            stop = at
            while stop > start and tokens[stop - 1].text in '"”':
                stop -= 1
            if start < stop:
                yield start, stop
            start = at + 1


def _translates(name: str, inner: str) -> bool:
    """Tell whether a bracket can translate a name: "Liwa al-Roe (Roe Brigade)", "Roe Army (Jaysh al-Roe)"."""
    low, within = name.lower().split(), inner.lower().split()
    if is_body_noun(low[-1]) and not name[0].isdigit() and is_foreign_head(within[0]):
        return True
    foreign = is_foreign_head(low[0]) or (
        len(low) > 1 and re.match(r"(?:al|as|ash|an|ad|ar|at)-", low[1]) is not None
    )
    told = foreign and not is_body_noun(low[-1]) and is_body_noun(within[-1])
    shared = _beginnings(low) & _beginnings(within)
    apart = not any(c.isdigit() for c in name + inner) and country_of(name) is None
    return told or (is_body_noun(low[-1]) and not is_body_noun(within[-1]) and apart and len(shared) > 1)


def _byname(name: str, inner: str, names: Mapping[str, Name]) -> bool:
    """Tell a unit's own name from another unit, by the same head here or where it stands with one later.

    example          7th Roe Brigade (Al-Dow brigade) · Special Roe Forces (Dow), where "Dow Forces" fight
    """
    head = name.split(" of ", 1)[0].lower().split()[-1]
    if not is_body_noun(head) or _numbers(inner):
        return False
    low = norm(inner)
    return (" " in low and low.split()[-1] == head) or (not _numbers(name) and f"{low} {head}" in names)


def _nicknames(name: str, inner: str, names: Mapping[str, Name]) -> bool:
    """Tell a person's other name: "Tom Roe (Abu Dow)", "Tom Roe (Red)" where Red does something too."""
    if " " not in name or not (can_be_person(name) and can_be_person(inner)):
        return False
    alone = names.get(norm(inner)) if " " not in inner else None
    acts = alone is not None and any(shows_person(use) for use in alone.uses) and not likely_place(alone)
    return acts or norm(inner).startswith("abu ")


def _beginnings(words: Sequence[str]) -> set[str]:
    """Give how the longer words begin: one in two languages begins alike, "office" and "office"."""
    return {word.removeprefix("d'")[:4] for word in words if len(word) > 4}


def _name_before(sentence: Sentence, bracket: int, short: str) -> int | None:
    """Give the first token of the name that a bracket behind it abbreviates."""
    tokens = sentence.tokens
    first = bracket
    while (
        first > 0
        and bracket - first < 14
        and (
            tokens[first - 1].capital
            or tokens[first - 1].low in _SMALL
            or tokens[first - 1].text in {"’", "'s", "’s"}
            or "-" in tokens[first - 1].text
        )
    ):
        first -= 1
    starts = [
        start
        for start in range(first, bracket)
        if tokens[start].capital or tokens[start].low.startswith("al-")
    ]
    while starts and tokens[starts[0]].low in _SMALL:
        starts.pop(0)
    for fits in (matches, abbreviates):
        for start in starts if fits is matches or len(starts) == 1 else starts[:-1]:
            if fits(short, sentence.words(start, bracket)):
                return start - (tokens[start - 1].low in _HEADQUARTERS)
    if not starts:
        return None
    run = bracket - 1
    while run > starts[0] and tokens[run - 1].capital:
        run -= 1
    if (full := acronym_name(short)) is not None:
        whole = [start for start in starts if norm(sentence.words(start, bracket)) == norm(full)]
        if whole:
            return whole[0]  # "the Women's Relief Units (WRU)", also by letters of another language
        owned = [start for start in starts if tokens[start - 1].text in {"'s", "’s"} and bracket - start >= 2]
        start = (owned or starts)[-1 if owned else 0]  # "Roe's Federal Security Service (FSS)"
        return start if bracket - start >= 2 else None
    return run if bracket - run >= 2 and is_body_noun(tokens[bracket - 1].low) else None


def _called(sentence: Sentence, at: int, ends: Uses, starts: Uses) -> Iterator[Explained]:
    """Read "X, also known as Y": the names directly before and behind."""
    tokens = sentence.tokens
    left, right = at, at + 1
    while left > 0 and (tokens[left - 1].low in _FILLERS or tokens[left - 1].text in {",", "("}):
        left -= 1
    while right < len(tokens) and (
        tokens[right].low in _FILLERS or tokens[right].text in {'"', "“", "'", "‘"}
    ):
        right += 1
    before, behind = ends.get((sentence.order, left)), starts.get((sentence.order, right))
    if before is None or behind is None or right - at > 3:
        return
    if any(is_demonym(sentence.words(use.first, use.last)) for use in (before, behind)):
        return
    if tokens[at].low in {"called", "named"} and left == at:
        return
    name, span = sentence.words(before.first, left), sentence.source(before.first, left)
    yield Explained(name, sentence.words(behind.first, behind.last), span, called=True)
    while (further := _listed_after(tokens, behind, starts)) is not None:
        behind = further
        yield Explained(name, sentence.words(behind.first, behind.last), span, called=True)


def _listed_after(tokens: Sequence[Token], use: Use, starts: Uses) -> Use | None:
    """Give the further name of "(also known as Red Roe and Old Roe)", only before the bracket closes."""
    at = use.last
    closes = any(token.text == ")" for token in tokens[at + 1 : at + 8])
    joined = closes and at < len(tokens) and tokens[at].low in {"and", "or"}
    return starts.get((use.sentence.order, at + 1)) if joined else None
