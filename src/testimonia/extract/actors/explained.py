"""Second names that the text itself explains.

example          the Northern Relief Committee (NRC) · NRC (Northern Relief Committee)
example          Liwa al-Roe, also known as the Roe Brigade · Liwa al-Roe (or Roe Brigade)
example          Ann Roe (then called Ann Dow) · Tom "Red" Dow
counter-example  the committee (see below) · the 3rd Army (Kayes Province)
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from testimonia.extract.actors.acronyms import is_acronym, matches
from testimonia.extract.actors.bracket_names import (
    BODIES,
    are_one_body,
    are_one_unit,
    bears_name,
    is_high_command,
    name_before,
    nicknames,
    numbers_in,
    translates,
)
from testimonia.extract.actors.kinds import is_body_noun, named_kind
from testimonia.extract.actors.names import Name, Use, longer_readings
from testimonia.extract.actors.naming import country_of, is_demonym, place_forms
from testimonia.extract.actors.persons import can_be_person, has_given_name
from testimonia.extract.actors.unit_numbers import abbreviates_unit, counted_as
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set
from testimonia.model import Span

__all__ = ["Explained", "find_explained"]

_KNOWN_AS = word_set("naming", "known_as")
_FILLERS = word_set("naming", "name_fillers")


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
    ends = dict(_endings(names))
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


def _endings(names: Mapping[str, Name]) -> Iterator[tuple[tuple[int, int], Use]]:
    """Give each name by where it ends; a body goes before the name it ends with: "Army of | the Roes"."""
    bodies: list[tuple[tuple[int, int], Use]] = []
    for name in names.values():
        headed = is_body_noun(name.low.rsplit(" ", 1)[-1])
        for use in name.uses:
            yield (use.sentence.order, use.last), use
            further = longer_readings(use) if headed and use.after == "of" else []
            bodies += [((use.sentence.order, end), replace(use, last=end)) for end in further]
    yield from bodies


_ROMAN = frozenset("IVXs")
Uses = Mapping[tuple[int, int], Use]


def _bracketed(
    sentence: Sentence, at: int, ends: Uses, starts: Uses, names: Mapping[str, Name]
) -> Iterator[Explained]:
    """Read the bracket that opens at token `at`."""
    tokens = sentence.tokens
    close = next((k for k in range(at + 1, min(at + 16, len(tokens))) if tokens[k].text == ")"), len(tokens))
    previous = ends.get((sentence.order, at)) or _before_number(sentence, at, ends)
    whole = _spelled_out(sentence, at, close) or _unit_letters(sentence, previous, at, close)
    if whole is not None:
        yield whole
        return
    pieces = list(_pieces(tokens, at + 1, close))
    for first, stop in pieces:
        letters = tokens[first].text if stop - first == 1 and is_acronym(tokens[first].text) else None
        if letters is not None and not _ROMAN.issuperset(letters):
            yield from _abbreviated(sentence, at, previous, letters)
        elif previous is not None and is_high_command(sentence, first, stop):
            if not has_given_name(sentence.words(previous.first, at)):
                yield _explained(sentence, previous, at, sentence.words(first, stop), called=True)
        elif previous is not None and _fills(sentence, starts.get((sentence.order, first)), stop):
            shorts = [tokens[k].text for k, end in pieces if end - k == 1 and is_acronym(tokens[k].text)]
            beside = None if len(pieces) == 1 else shorts
            yield from _named_inside(sentence, at, previous, (first, stop), names, beside)


def _explained(sentence: Sentence, name: Use, end: int, other: str, *, called: bool) -> Explained:
    span = sentence.source(name.first, end)
    return Explained(sentence.words(name.first, end), other, span, called=called)


def _spelled_out(sentence: Sentence, at: int, close: int) -> Explained | None:
    """Read letters with their name in the bracket: "NRC (Northern Relief Committee)"."""
    tokens, letters = sentence.tokens, sentence.tokens[at - 1].text
    if not (is_acronym(letters) and at + 1 < close and tokens[at + 1].capital):
        return None
    stop = next((k for k in range(at + 1, close) if tokens[k].text in {",", ";"}), close)
    words = sentence.words(at + 1, stop)
    return Explained(words, letters, sentence.source(at + 1, stop)) if matches(letters, words) else None


def _unit_letters(sentence: Sentence, previous: Use | None, at: int, close: int) -> Explained | None:
    """Read letters and number of a unit: "7th Roe Regiment (7RR)"."""
    unit = _unit_before(sentence, previous.first, at) if previous is not None else None
    if unit is None or at + 1 >= close:
        return None  # a bracket with nothing in it ends a line
    name, letters = sentence.words(unit, at), sentence.words(at + 1, close)
    one = abbreviates_unit(letters, name) or _letters_same_unit(letters, name)
    return Explained(name, letters, sentence.source(unit, at)) if one else None


def _abbreviated(sentence: Sentence, at: int, previous: Use | None, letters: str) -> Iterator[Explained]:
    """Read letters behind the name they abbreviate, and behind whose it is: "160th Roe Regiment (RR)"."""
    start = name_before(sentence, at, letters)
    if start is None:
        return
    yield Explained(sentence.words(start, at), letters, sentence.source(start, at))
    if previous is not None and len(letters) > 2 and _is_whose(sentence, previous.first, start):
        yield _explained(sentence, previous, at, letters, called=False)


def _named_inside(
    sentence: Sentence,
    at: int,
    previous: Use,
    piece: tuple[int, int],
    names: Mapping[str, Name],
    shorts: Sequence[str] | None,
) -> Iterator[Explained]:
    """Read a second name in a bracket; `shorts` are letters that stand beside it, None where it is alone."""
    tokens, (first, stop) = sentence.tokens, piece
    name, words = sentence.words(previous.first, at), sentence.words(first, stop)
    marked = tokens[at + 1].low in _KNOWN_AS or any(matches(short, words) for short in shorts or ())
    foreign = _is_italic(sentence, previous.first, at) != _is_italic(sentence, first, stop)
    alone = shorts is None and (are_one_unit(name, words) or bears_name(name, words, names))
    quoted = tokens[at + 1].text in _QUOTES and has_given_name(name) and can_be_person(words)
    called = shorts is None and (quoted or nicknames(name, words, names))
    if marked or alone or called or translates(name, words) or (foreign and are_one_body(name, words)):
        yield _explained(sentence, previous, at, words, called=called)


def _is_whose(sentence: Sentence, first: int, last: int) -> bool:
    """Tell the number or nation before a name: "160th | Roe Regiment", "United States | Roe Command"."""
    numbered = last - first == 1 and sentence.tokens[first].kind == "ordinal"
    return first < last and (numbered or len(place_forms(sentence.words(first, last))) > 1)


def _fills(sentence: Sentence, inner: Use | None, stop: int) -> bool:
    """Tell whether a name fills a piece: "Dow | brigade", "Air Fleet | 1", "Command | of the Roes"."""
    if inner is None:
        return False
    last = sentence.tokens[stop - 1]
    rest = stop - inner.last
    return rest <= (is_body_noun(last.low) or last.kind == "number") or stop in longer_readings(inner)


def _letters_same_unit(letters: str, unit: str) -> bool:
    """Tell other letters by the unit's number: "35 Roe Squadron (35 MK)", "Scouting Six (VS-6)"."""
    number, _, short = letters.partition(" ")
    if number.isdigit() and numbers_in(unit) == [number] and is_acronym(short):
        return True
    coded = _CODED.fullmatch(letters)
    return coded is not None and sum(counted_as(part) == int(coded[1]) for part in unit.split()) == 1


_CODED = re.compile(r"[A-Z]{1,5}-?(\d{1,3})")
"""Letters and number of a unit: "VT-8", "CS1"."""


_QUOTES = frozenset('"“')


def _quoted(sentence: Sentence, at: int, ends: Uses, starts: Uses) -> Explained | None:
    """Read a unit's own name in quotation marks: '7th Roe Brigade "Dow"'."""
    unit, own = ends.get((sentence.order, at)), starts.get((sentence.order, at + 1))
    closed = own is not None and own.last < len(sentence.tokens) and sentence.tokens[own.last].text in '"”'
    if unit is None or own is None or not closed:
        return None
    name = sentence.words(unit.first, at)
    if not name[0].isdigit() or named_kind(name) not in BODIES:
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
    told = any(counted_as(part) is not None for part in words.split())
    return first - bool(numbered) if told or any(c.isdigit() for c in words) else None


def _is_italic(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether words stand in italics, as names in another language do."""
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return any(
        mark.kind == "italic" and mark.start <= start and end <= mark.end for mark in sentence.passage.marks
    )


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


def _called(sentence: Sentence, at: int, ends: Uses, starts: Uses) -> Iterator[Explained]:
    """Read "X, also known as Y": the names directly before and behind."""
    tokens = sentence.tokens
    left, right = at, at + 1
    while left > 0 and (tokens[left - 1].low in _FILLERS or tokens[left - 1].text in {",", "(", "—", "–"}):
        left -= 1
    while right < len(tokens) and (
        tokens[right].low in _FILLERS or tokens[right].text in {'"', "“", "'", "‘"}
    ):
        right += 1
    right = _known_to(tokens, at) or (right if tokens[at].low != "using" else len(tokens))
    before, behind = ends.get((sentence.order, left)), starts.get((sentence.order, right))
    if before is None or behind is None or right - at > _FARTHEST:
        return
    if any(is_demonym(sentence.words(use.first, use.last)) for use in (before, behind)):
        return
    if any(tokens[use.first].low == "operation" for use in (before, behind)):
        return  # "the invasion of Roeland, codenamed Operation Dow"
    if tokens[at].low in {"called", "named"} and left == at:
        return
    if country_of(sentence.words(before.first, left)) and is_acronym(tokens[behind.first].text):
        return  # "the Mission in Roeland (known as MIRO)"
    name, span = sentence.words(before.first, left), sentence.source(before.first, left)
    yield Explained(name, sentence.words(behind.first, _body_end(behind)), span, called=True)
    while (further := _listed_after(tokens, behind, starts)) is not None:
        behind = further
        yield Explained(name, sentence.words(behind.first, behind.last), span, called=True)


def _body_end(use: Use) -> int:
    """Give where a body's name ends behind its head: "known as Task Force | 57", "the Army | of Roe"."""
    tokens, last = use.sentence.tokens, use.last
    if not is_body_noun(tokens[last - 1].low):
        return last
    numbered = last < len(tokens) and tokens[last].kind == "number"
    further = longer_readings(use) if use.after == "of" else []
    return max([last + numbered, *further])


_FARTHEST = 8
"""Words at most from "known" to the other name."""


def _known_to(tokens: Sequence[Token], at: int) -> int | None:
    """Give where the name begins of "known to the Roes as | Dow", "known by the code name of | Dow"."""
    if tokens[at].low not in {"known", "using"}:
        return None
    for end in range(at + 2, min(at + _FARTHEST, len(tokens))):
        if tokens[end - 1].low in _LETTING and (tokens[end].capital or tokens[end].text in _QUOTES):
            behind = end + (tokens[end].text in _QUOTES)
            bynames = {token.low for token in tokens[at:end]} & _BYNAMES
            return behind if bynames or (tokens[end - 1].low == "as" and tokens[at].low == "known") else None
        if tokens[end].kind == "sign" and tokens[end].text not in _QUOTES:
            return None
    return None


_LETTING = frozenset({"as", "of", "codename", "name", "guerre", "alias", "pseudonym", "nickname"})
_BYNAMES = word_set("naming", "byname_nouns")


def _listed_after(tokens: Sequence[Token], use: Use, starts: Uses) -> Use | None:
    """Give the further name of "(also known as Red Roe and Old Roe)", only before the bracket closes."""
    at = use.last
    closes = any(token.text == ")" for token in tokens[at + 1 : at + 8])
    joined = closes and at < len(tokens) and tokens[at].low in {"and", "or"}
    return starts.get((use.sentence.order, at + 1)) if joined else None
