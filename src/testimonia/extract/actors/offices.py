"""Persons and what they are, by the ways in which a text says so; each a rule of `_RULES`.

front      ministry spokesman Tom Dow · the head of the hospital, Ann Roe, · its commander (Colonel Roe)
apposed    Ann Roe, the governor of Kayes, · Ann Roe (front commander in Kayes)
copula     its commander was Brigadier Roe · Ann Roe became mayor of Kayes
appointed  he appointed Ann Roe governor of Kayes
led        the 7th Roe Division, commanded by General Dow · Ann Roe, who was leading the defence
counter-example  General Tom Dow (a rank is no office) · commander of the day, Monday
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from testimonia.extract.actors.names import Name, Use
from testimonia.extract.actors.office_phrases import OfficePhrase, find_phrases
from testimonia.extract.actors.persons import can_be_person, is_placelike
from testimonia.extract.actors.titles import office_end, rank_end
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set
from testimonia.model import Span

__all__ = ["Holder", "find_office_holders"]

_DETERMINERS = word_set("naming", "before_offices")
_ENDS = frozenset({",", ".", ")", ";", ":", "—", "–", "-", '"', "”", "("})
_BE = frozenset({"was", "is", "were", "became", "being", "remained"})
_NAMED = word_set("naming", "appointed")
_LEADING = {"led": "leader", "commanded": "commander", "headed": "head", "lead": "leader"}
_LEADS = word_set("naming", "leads")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an office."""

    name: str
    title: str
    span: Span
    body: str | None = None
    """The words that tell where: before a possessive, or behind "of"."""


class _Persons:
    """The names of one sentence that can be persons, by their first and last tokens."""

    def __init__(self, sentence: Sentence, uses: Sequence[Use]) -> None:
        self.sentence = sentence
        self.uses = uses

    @cached_property
    def starting(self) -> dict[int, Use]:
        return {use.first: use for use in self.uses if self._can(use)}

    @cached_property
    def ending(self) -> dict[int, Use]:
        return {use.last: use for use in self.uses if self._can(use)}

    @cached_property
    def bodies(self) -> dict[int, Use]:
        return {use.last: use for use in self.uses if not self._can(use)}

    def _can(self, use: Use) -> bool:
        return not is_placelike(use) and can_be_person(self.sentence.words(use.first, use.last))

    def at(self, token: int) -> Use | None:
        """Give the person whose name, or rank before it, begins at a token."""
        tokens = self.sentence.tokens
        if token >= len(tokens):
            return None
        return self.starting.get(rank_end(tokens, token)) or self.starting.get(token)


def find_office_holders(sentences: Sequence[Sentence], names: Mapping[str, Name]) -> Iterator[Holder]:
    """Find the persons whose office the prose gives, in text order."""
    by_sentence: dict[int, list[Use]] = {}
    for name in names.values():
        for use in name.uses:
            by_sentence.setdefault(use.sentence.order, []).append(use)
    for sentence in sentences:
        if sentence.order in by_sentence:
            persons = _Persons(sentence, by_sentence[sentence.order])
            for phrase in find_phrases(sentence):
                holder = _holder_of(persons, phrase)
                if holder is not None:
                    yield holder
            yield from _leaders(persons)


def _holder_of(persons: _Persons, phrase: OfficePhrase) -> Holder | None:
    """Give the holder that the first fitting rule finds."""
    for rule in _RULES:
        use = rule(persons, phrase)
        if use is not None:
            return _holder(persons.sentence, use, phrase)
    return None


def _holder(sentence: Sentence, use: Use, phrase: OfficePhrase) -> Holder | None:
    start = _byname_start(use)
    if start is None:
        return None
    last = min(phrase.last, use.title if use.title >= phrase.end else phrase.last)
    if phrase.noun < use.first < phrase.last:
        last = max(phrase.end, use.title)
    first = max(phrase.first, use.last) if phrase.first < use.last <= phrase.noun else phrase.first
    body = None
    if last > phrase.end:
        body = sentence.words(phrase.end + 1, last) if _held_in(sentence, phrase) else None
    elif first < phrase.noun:
        body = sentence.words(first, phrase.noun)
    return Holder(
        sentence.words(start, use.last), sentence.words(first, last), sentence.source(start, use.last), body
    )


def _held_in(sentence: Sentence, phrase: OfficePhrase) -> bool:
    """Tell "leader of the Front", "spokesman for the Front" from "envoy for Roe", "consul in Roe"."""
    link = sentence.tokens[phrase.end].low
    return link == "of" or (link == "for" and sentence.tokens[phrase.noun].low.startswith("spokes"))


def _byname_start(use: Use) -> int | None:
    """Take in the first name of "Ann of Roe" and "Tom the Red"; None where there is none."""
    tokens, first = use.sentence.tokens, rank_end(use.sentence.tokens, use.first)
    if use.title == use.first and use.first and tokens[use.first - 1].low in {"of", "the"}:
        at = use.first - 2
        if at < 0 or not tokens[at].capital or not can_be_person(tokens[at].text):
            return None
        return at
    return first if first < use.last else use.first


def _introduced(persons: _Persons, phrase: OfficePhrase) -> bool:
    """Tell whether an article, a possessive or words of its own stand before the noun."""
    tokens = persons.sentence.tokens
    before = tokens[phrase.first - 1].low if phrase.first else ""
    return before in _DETERMINERS or before == "and" or phrase.first < phrase.noun or not phrase.first


def _front(persons: _Persons, phrase: OfficePhrase) -> Use | None:
    """Read "ministry spokesman Tom Dow"; over a comma or bracket only a name that ends there too."""
    tokens = persons.sentence.tokens
    inside = _ending(persons, phrase)
    if inside is not None:
        return inside
    for at in dict.fromkeys((phrase.last, phrase.end)):
        direct = persons.at(at) or persons.starting.get(at)
        if direct is not None:
            return direct
        use = persons.at(at + 1) if at < len(tokens) and tokens[at].text in {",", "("} else None
        if use is not None and _introduced(persons, phrase):
            titled = use.first > at + 1
            closed = (
                use.after == ")" if tokens[at].text == "(" else titled or not use.after or use.after in _ENDS
            )
            return use if closed and (titled or use.last - use.first > 1) else None
    return None


def _ending(persons: _Persons, phrase: OfficePhrase) -> Use | None:
    """Give the person whose name ends the phrase: "leader of Team Six Tom Dow"."""
    tokens = persons.sentence.tokens
    for use in persons.uses:
        ends = phrase.end < use.first < use.last == phrase.last and use.last - use.first > 1
        if ends and use.first in persons.starting:
            alone = not any(office_end(tokens, at) > at for at in range(phrase.end, use.first))
            return use if alone else None
    return None


def _apposed(persons: _Persons, phrase: OfficePhrase) -> Use | None:
    """Read "Ann Roe, the governor of Kayes," · "Tom Dow (front commander)" · "Tom Dow the Chief of Staff"."""
    tokens, at = persons.sentence.tokens, phrase.first
    while at > 0 and tokens[at - 1].low in _DETERMINERS:
        at -= 1
    if at > 1 and tokens[at - 1].low == "of" and tokens[at - 2].low == "one":
        at -= 2
    if at == 0:
        return None
    if tokens[at - 1].text in {",", "("}:
        end = tokens[phrase.last].text if phrase.last < len(tokens) else "."
        closed = end in _ENDS or tokens[phrase.last].low in {"and", "who", "said", "was", "in", "that"}
        return persons.ending.get(at - 1) if closed else None
    return (
        persons.ending.get(at)
        if at < phrase.first and tokens[at].low == "the" and tokens[phrase.noun].capital
        else None
    )


def _copula(persons: _Persons, phrase: OfficePhrase) -> Use | None:
    """Read "its commander was Brigadier Roe" · "Ann Roe became mayor of Kayes"."""
    tokens = persons.sentence.tokens
    if phrase.last < len(tokens) and tokens[phrase.last].low in _BE and _introduced(persons, phrase):
        use = persons.at(phrase.last + 1)
        if use is not None:
            return use
    at = phrase.first
    while at > 0 and tokens[at - 1].low in _DETERMINERS:
        at -= 1
    if at > 1 and tokens[at - 1].low in _BE:
        at -= 1
        at -= tokens[at - 1].low in {"who", "then", "also"}
        at -= at > 0 and tokens[at - 1].text == ","
        return persons.ending.get(at)
    return None


def _appointed(persons: _Persons, phrase: OfficePhrase) -> Use | None:
    """Read "appointed Ann Roe governor of Kayes" · "Ann Roe succeeded him as caliph"."""
    tokens, at = persons.sentence.tokens, phrase.first
    while at > 0 and tokens[at - 1].low in _DETERMINERS:
        at -= 1
    marked = at > 0 and tokens[at - 1].low == "as"
    at -= marked
    for end in (at, phrase.noun):
        use = persons.ending.get(end)
        if use is not None and use.title > 0 and tokens[use.title - 1].low in _NAMED:
            return use
    if marked:
        back = at - 1
        while back > 0 and at - back < 4 and tokens[back].low not in _NAMED:
            back -= 1
        return persons.ending.get(back) if back > 0 and tokens[back].low in _NAMED else None
    return None


_RULES: list[Callable[[_Persons, OfficePhrase], Use | None]] = [_front, _apposed, _copula, _appointed]


def _leaders(persons: _Persons) -> Iterator[Holder]:
    """Read "the 7th Roe Division, commanded by General Dow" · "Ann Roe, who was leading the defence"."""
    sentence, tokens = persons.sentence, persons.sentence.tokens
    for at, token in enumerate(tokens):
        if token.low in _LEADING and at + 2 < len(tokens) and tokens[at + 1].low == "by":
            use, left = persons.at(at + 2), at
            while left > 0 and (tokens[left - 1].low in _BE or tokens[left - 1].text in {",", "—", "–", "("}):
                left -= 1
            body = persons.bodies.get(left)
            if use is not None and body is not None:
                words = sentence.words(body.first, body.last)
                title = f"{_LEADING[token.low]} of the {words}"
                yield Holder(
                    sentence.words(use.first, use.last), title, sentence.source(use.first, use.last), words
                )
        elif token.low == "who" and at > 1 and at + 2 < len(tokens):
            first = at + 1 + (tokens[at + 1].low in _BE)
            use = persons.ending.get(at - 1) if tokens[at - 1].text == "," else persons.ending.get(at)
            if use is not None and tokens[first].low in _LEADS:
                stop = next((k for k in range(first, len(tokens)) if tokens[k].text in _ENDS), len(tokens))
                if 1 < stop - first < 12:
                    yield Holder(
                        sentence.words(use.first, use.last),
                        sentence.words(first, stop),
                        sentence.source(use.first, use.last),
                    )
