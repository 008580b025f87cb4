"""Who and where, as a clause names them: "the French general staff", "rebel forces", "near Akabar"."""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.dates.letters import among, month_of, weekday_of
from testimonia.extract.sentences import Sentence
from testimonia.extract.timeline.clauses import Clause
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags, rows

__all__ = ["named_in"]

_BEFORE_PLACE = among(
    "at in near from to into toward towards around outside inside onto across within between"
)
# Words that may stand between such a preposition, or "of", and the name of a place.
_KINDS_OF_TOWN = among(
    "the a village town city villages towns district province port region area suburb island"
)
_OF_PLACE = among(
    "village villages town towns city cities district districts province region port suburb island outskirts"
    " north south east west centre center control capture recapture shelling bombing bombardment liberation"
    " fall siege battle parts"
)
_LABELS = among(
    "government rebel militant opposition security enemy allied army military royal loyalist armed police"
    " special regular republican jihadist insurgent colonial imperial paramilitary"
)
_JOINTS = among("of ibn bin al de van von for")
_NO_NAME = among("late early other others some several most both")
_ERAS = frozenset({"BC", "BCE", "AD", "CE", "I", "GMT", "UTC", "EET"})
_ADJECTIVE = ("an", "ish", "ese", "ch")
_MOST = 6


@cache
def _forces() -> frozenset[str]:
    """Give the words that head a force: "rebels", "troops", "brigade"."""
    kinds = {"force", "arm", "sailor", "group"}
    people = {row["form"].lower() for row in rows("people") if row["kind"] in kinds}
    speakers = {row["form"].lower() for row in rows("speakers") if row["kind"] == "described group"}
    return frozenset(people | speakers | {row["form"].lower() for row in rows("units")})


@cache
def _beginnings() -> frozenset[str]:
    """Give the words in lower case that can begin a phrase."""
    return _forces() | _LABELS


@cache
def _places() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("placekinds"))


@cache
def _numerals() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("numbers"))


def named_in(sentence: Sentence, clause: Clause) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the actors and the places that a clause names, each once, in text order, at most six."""
    tokens = sentence.tokens
    actors: list[str] = []
    places: list[str] = []
    at, place_ends = clause.first, -1
    while at < clause.last:
        token = tokens[at]
        begins = token.text[0].isupper() or token.low in _beginnings() or token.kind == "ordinal"
        last = _phrase_end(tokens, at, clause.last) if begins or "-" in token.low else at
        if last == at:
            at += 1
            continue
        joined = place_ends == at - 1 and tokens[at - 1].low in {",", "and"}
        place = _is_place(tokens, at, last, joined=joined)
        place_ends = last if place else -1
        wanted, words = (places if place else actors), sentence.words(at, last)
        if words not in wanted and len(wanted) < _MOST and (place or _acts(tokens, at, last)):
            wanted.append(words)
        at = last
    return tuple(actors), tuple(places)


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is part of a name: a capital, but no month, day of the week or first word."""
    token = tokens[at]
    if token.kind != "word" or token.text in _ERAS:
        return False
    if not token.capital:
        return token.low.startswith(("al-", "ash-", "el-", "an-"))
    if month_of(token.text) is not None or weekday_of(token.text) is not None or token.low in function_tags():
        return False
    plain = token.low in _numerals() or token.low.endswith(("ing", "ly")) or token.low in _NO_NAME
    return at > 0 or not plain


def _phrase_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Give where a name or force phrase that begins at a token ends; the token itself if none does."""
    last, done = at, at
    while last < end:
        low = tokens[last].low
        force = low in _forces() and not (last and tokens[last - 1].low == "to")
        if force or _is_name(tokens, last):
            done = last + 1
        elif low in _places() and done == last > at:
            return last + 1
        elif not _links(tokens, at, last, end):
            break
        last += 1
    return done


def _links(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Tell whether a token may stand inside a name: "rebel forces", "Army of the North", "Omar ibn Said"."""
    token = tokens[at]
    after = at + 1 < end and (_is_name(tokens, at + 1) or tokens[at + 1].low == "the")
    if token.low in _JOINTS:
        return at > first and after
    if token.low == "the":
        return at > first and tokens[at - 1].low in {"of", "for"} and after
    return token.low in _LABELS or (token.kind == "ordinal" and after)


def _is_place(tokens: Sequence[Token], first: int, last: int, *, joined: bool) -> bool:
    """Tell whether a phrase stands as a place: behind "near", or with a word such as "airbase"."""
    if any(token.low in _forces() for token in tokens[first:last]):
        return False
    if joined or (tokens[last - 1].low in _places() and not tokens[last - 1].capital):
        return True
    before = first - 1
    if before >= 1 and tokens[before].low == "of":
        return tokens[before - 1].low in _OF_PLACE
    while before >= 0 and tokens[before].low in _KINDS_OF_TOWN:
        before -= 1
    return before >= 0 and tokens[before].low in _BEFORE_PLACE


def _acts(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a phrase names somebody; "Russian" before "attack" only tells whose."""
    if last - first > 1 or last >= len(tokens) or not tokens[first].low.endswith(_ADJECTIVE):
        return True
    return (
        tokens[last].kind != "word" or tokens[last].low in function_tags() or tokens[last].low.endswith("ed")
    )
