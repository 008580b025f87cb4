"""Persons and what they are, by the ways in which a text says so; each a rule of `_RULES`.

front      ministry spokesman Tom Dow · the head of the hospital, Ann Roe, · its commander (Colonel Roe)
apposed    Ann Roe, the governor of Kayes, · Ann Roe (front commander in Kayes)
copula     its commander was Brigadier Roe · Ann Roe became mayor of Kayes
appointed  he appointed Ann Roe governor of Kayes · Ann Roe, who had been appointed governor of Kayes
shared     the Roe consuls Ann Dow and Tom Dow             (see `shared_offices`)
led        the 7th Roe Division, commanded by General Dow   (see `leading`)
counter-example  General Tom Dow (a rank is no office) · commander of the day, Monday
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from testimonia.extract.actors.deeds import is_deed
from testimonia.extract.actors.holding import Holder, PersonUses
from testimonia.extract.actors.leading import find_leaders
from testimonia.extract.actors.names import Name, Use
from testimonia.extract.actors.office_phrases import OfficePhrase, find_phrases
from testimonia.extract.actors.persons import can_be_person, has_given_name
from testimonia.extract.actors.shared_offices import find_shared
from testimonia.extract.actors.titles import office_end, rank_end
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set

__all__ = ["Holder", "find_office_holders"]

_DETERMINERS = word_set("naming", "before_offices")
_ENDS = frozenset({",", ".", ")", ";", ":", "—", "–", "-", '"', "”", "("})
_OPEN = frozenset({",", "(", "—", "–"})
_BE = frozenset({"was", "is", "were", "became", "being", "remained"})
_NAMED = word_set("naming", "appointed")


def find_office_holders(sentences: Sequence[Sentence], names: Mapping[str, Name]) -> Iterator[Holder]:
    """Find the persons whose office the prose gives, in text order."""
    by_sentence: dict[int, list[Use]] = {}
    for name in names.values():
        for use in name.uses:
            by_sentence.setdefault(use.sentence.order, []).append(use)
    for sentence in sentences:
        if sentence.order in by_sentence:
            persons = PersonUses(sentence, by_sentence[sentence.order])
            for phrase in find_phrases(sentence):
                holder = _holder_of(persons, phrase)
                if holder is not None:
                    yield holder
            yield from find_shared(persons)
            yield from find_leaders(persons)


def _holder_of(persons: PersonUses, phrase: OfficePhrase) -> Holder | None:
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
    title = sentence.words(first, last)
    return Holder(sentence.words(start, use.last), title, sentence.source(start, use.last), body)


def _held_in(sentence: Sentence, phrase: OfficePhrase) -> bool:
    """Tell "leader of the Front", "spokesman for the Front" from "envoy for Roe", "consul in Roe"."""
    link = sentence.tokens[phrase.end].low
    return link == "of" or (link == "for" and sentence.tokens[phrase.noun].low.startswith("spokes"))


def _byname_start(use: Use) -> int | None:
    """Take in the first name of "Ann of Roe" and "Tom the Red"; None where there is none."""
    tokens, first = use.sentence.tokens, rank_end(use.sentence.tokens, use.first)
    if use.title == use.first and use.first and tokens[use.first - 1].low in {"of", "the"}:
        at = use.first - 2
        if at >= 0 and tokens[at].capital and can_be_person(tokens[at].text):
            return at
        return use.first if use.last - use.first > 1 and tokens[use.first - 1].low == "of" else None
    return first if first < use.last else use.first


def _introduced(persons: PersonUses, phrase: OfficePhrase) -> bool:
    """Tell whether an article, a possessive or words of its own stand before the noun."""
    tokens = persons.sentence.tokens
    before = tokens[phrase.first - 1].low if phrase.first else ""
    placed = phrase.last > phrase.end and tokens[phrase.last - 1].capital  # "mayor of Kayes, Ann Roe, said"
    return (
        before in _DETERMINERS or before == "and" or phrase.first < phrase.noun or not phrase.first or placed
    )


def _front(persons: PersonUses, phrase: OfficePhrase) -> Use | None:
    """Read "ministry spokesman Tom Dow"; over a comma or bracket only a name that ends there too."""
    tokens = persons.sentence.tokens
    inside = _ending(persons, phrase)
    if inside is not None:
        return inside
    for end in dict.fromkeys((phrase.last, phrase.end)):
        direct = persons.at(end) or persons.starting.get(end)
        if direct is not None:
            return direct
        at = end + 2 * _is_placed(tokens, end)
        if [token.low for token in tokens[at + 1 : at + 3]] == ["a", "certain"] and tokens[at].text in _OPEN:
            return persons.at(at + 3)
        use = persons.at(at + 1) if at < len(tokens) and tokens[at].text in _OPEN else None
        if use is not None and _introduced(persons, phrase):
            titled = use.first > at + 1
            closed = use.after == ")" if tokens[at].text == "(" else titled or _closed(tokens, use.last)
            return use if closed and (titled or use.last - use.first > 1) else None
    return None


def _is_placed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a place stands between office and holder: "the Commander-in-Chief, Kayes, General Roe"."""
    behind = tokens[at : at + 4]
    return [token.text for token in behind[::2]] == [",", ","] and rank_end(tokens, at + 3) > at + 3


def _closed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a phrase is over before a token: a sign, "who", a verb; not "Ann Roe and"."""
    return at >= len(tokens) or tokens[at].text in _ENDS or is_deed(tokens[at]) or tokens[at].low in _AFTER


_GOES_ON = frozenset(
    {"and", "at", "by", "during", "for", "from", "in", "on", "since", "that", "to", "until", "with"}
    | {"after", "as", "before", "when", "where", "while", "whilst"}
)
_AFTER = frozenset({"or", "who", "was", "is", "had", "has", "would", "were"})


_BEFORE_BODIES = _GOES_ON | {"of", "the"}


def _ending(persons: PersonUses, phrase: OfficePhrase) -> Use | None:
    """Give the person whose name ends the phrase: "leader of Team Six Tom Dow"."""
    tokens = persons.sentence.tokens
    for use in persons.uses:
        ends = phrase.end < use.first < use.last == phrase.last and use.last - use.first > 1
        if ends and use.first in persons.starting and not _named_behind(persons, phrase):
            alone = not any(office_end(tokens, at) > at for at in range(phrase.end, use.first))
            named = has_given_name(persons.sentence.words(use.first, use.last))
            alone = alone and (named or not _named_before(persons, phrase))
            return use if alone and tokens[use.title - 1].low not in _BEFORE_BODIES else None
    return None


def _named_before(persons: PersonUses, phrase: OfficePhrase) -> bool:
    """Tell whether the holder stands between commas before: "Ann Roe, head of Fremde Dow Ost, said"."""
    tokens = persons.sentence.tokens
    closed = phrase.last < len(tokens) and tokens[phrase.last].text in {",", "."}
    first = phrase.first
    return closed and first > 1 and tokens[first - 1].text == "," and first - 1 in persons.ending


def _named_behind(persons: PersonUses, phrase: OfficePhrase) -> bool:
    """Tell whether the holder stands between commas behind: "the leader of Team Tom Dow, Ann Roe, said"."""
    tokens, at = persons.sentence.tokens, phrase.last
    use = persons.at(at + 1) if at < len(tokens) and tokens[at].text == "," else None
    closed = use is not None and use.last < len(tokens) and tokens[use.last].text == ","
    return closed and tokens[phrase.first - 1].low in _DETERMINERS


def _apposed(persons: PersonUses, phrase: OfficePhrase) -> Use | None:
    """Read "Ann Roe, the governor of Kayes," · "Tom Dow (front commander)" · "Tom Dow the head of Kayes"."""
    tokens, at = persons.sentence.tokens, phrase.first
    while at > 0 and tokens[at - 1].low in _DETERMINERS:
        at -= 1
    if at > 1 and tokens[at - 1].low == "of" and tokens[at - 2].low == "one":
        at -= 2
    if at == 0:
        return None
    if tokens[at - 1].text in _OPEN:
        last = _over_names(tokens, phrase)
        closed = _closed(tokens, last) or tokens[last].low in _GOES_ON
        return persons.ending.get(at - 1) if closed else None
    told = tokens[phrase.noun].capital or phrase.last > phrase.end
    return persons.ending.get(at) if at < phrase.first and tokens[at].low == "the" and told else None


def _over_names(tokens: Sequence[Token], phrase: OfficePhrase) -> int:
    """Go on over what a capitalised office is of without "of": "Officer Commanding | 7th Division,"."""
    last = phrase.last
    while (
        tokens[phrase.noun].capital
        and last < len(tokens)
        and (tokens[last].capital or tokens[last].kind == "ordinal")
    ):
        last += 1
    return last


def _copula(persons: PersonUses, phrase: OfficePhrase) -> Use | None:
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


def _appointed(persons: PersonUses, phrase: OfficePhrase) -> Use | None:
    """Read "appointed Ann Roe governor of Kayes" · "Ann Roe, then serving as mayor"."""
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
        if at in persons.ending and phrase.last > phrase.end:
            return persons.ending[at]  # "blamed Ann Roe as commander of the army"
        back = at - 1
        while back > 0 and at - back < 4 and tokens[back].low not in _NAMED:
            back -= 1
        named = back > 0 and tokens[back].low in _NAMED
        while named and back > 1 and tokens[back - 1].low in _BEFORE_SERVING:
            back -= 1
        return persons.ending.get(back) if named else None
    return None


_BEFORE_SERVING = frozenset({",", "then", "who", "was", "had", "been", "also", "now"})


def _designated(persons: PersonUses, phrase: OfficePhrase) -> Use | None:
    """Read "Ann Roe had been designated the new mayor" · "Ann Roe, who was recently appointed mayor"."""
    tokens, at = persons.sentence.tokens, phrase.first
    while at > 0 and tokens[at - 1].low in _DETERMINERS:
        at -= 1
    if at < 2 or tokens[at - 1].low not in _NAMED | {"designated"}:
        return None
    at -= 1
    while at > 0 and (tokens[at - 1].low in _PASSIVE or tokens[at - 1].low.endswith("ly")):
        at -= 1
    passive = any(token.low in {"been", "was", "is", "were"} for token in tokens[at : phrase.first])
    return persons.ending.get(at) if passive else None


_PASSIVE = frozenset({",", "who", "had", "has", "been", "was", "is", "were", "then", "just", "later", "also"})


def _succeeding(persons: PersonUses, phrase: OfficePhrase) -> Use | None:
    """Read "was replaced as mayor of Kayes by Ann Roe" · "as caliph by Roe"."""
    tokens, at = persons.sentence.tokens, phrase.last
    if phrase.first and at < len(tokens) and tokens[phrase.first - 1].low == "as" and tokens[at].low == "by":
        return persons.at(at + 1)
    return None


_RULES: list[Callable[[PersonUses, OfficePhrase], Use | None]] = [
    _front,
    _apposed,
    _copula,
    _appointed,
    _designated,
    _succeeding,
]
