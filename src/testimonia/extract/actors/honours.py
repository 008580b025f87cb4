"""Persons as the text calls them with an honour: the title of a ruler, noble or cleric is half a name.

example          General Sir Tom Roe … Sir Tom Roe · Emperor Tai of Dow … Emperor Tai, Emperor Tai of Dow
example          Tom Roe, 1st Earl Dow … the whole of it, Earl Dow, and Dow · Tom I, Prince of Dow
example          the Duke of Dow … Dow, where Dow does something
counter-example  General Tom Roe (a rank) · Mr. Roe · Sheikh Dow (a place) · King Tom and Prince Tom (two)
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from testimonia.extract.actors.name_runs import begins, run_end
from testimonia.extract.actors.names import Name, Use, longer_readings
from testimonia.extract.actors.naming import key_of, norm, place_forms
from testimonia.extract.actors.persons import can_be_person, is_placelike, likely_place, shows_person
from testimonia.extract.actors.registry import Registry
from testimonia.lexicon import word_set
from testimonia.model import Actor

__all__ = ["spell_honours"]


def spell_honours(registry: Registry, names: Mapping[str, Name]) -> None:
    """Keep the names of persons with the honour before them as further spellings."""
    for name in names.values():
        key = registry.known(name.words)
        if key is None or registry.get(key).kind != "person" or likely_place(name):
            continue
        called = dict.fromkeys(words for use in name.uses for words in _called(registry, key, use))
        if " " in name.low or len({words.split()[0] for words in called}) == 1:
            for words in called:
                registry.spell(key, words)
        peerages = {found for use in name.uses if (found := _peerage(use)) is not None}
        if len(peerages) == 1:  # two are of two persons: "John VI, Duke of Roe", "John VI, Count of Dow"
            _take_peerage(registry, names, key, peerages.pop())
    for name in names.values():
        _name_lord(registry, name)


def _called(registry: Registry, key: str, use: Use) -> Iterator[str]:
    """Give the name with its honour, and with "of …" where the person is known by that too."""
    first = _honour(use)
    if first is None or is_placelike(use):
        return
    yield " ".join(use.sentence.words(first, use.last).split())
    for end in longer_readings(use):
        if registry.known(use.sentence.words(use.first, end)) == key:
            yield " ".join(use.sentence.words(first, end).split())


class _Peerage(NamedTuple):
    """A title behind a name: "(Tom Roe,) 1st | Earl Dow"."""

    whole: str | None
    """Name and title, where a comma parts them."""
    title: str
    numbered: str
    of: str
    """What the title is of."""


def _peerage(use: Use) -> _Peerage | None:
    """Read the title behind a name: "Tom Roe, 1st Earl Dow", "Tom Roe (the 1st Earl of Dow)"."""
    tokens, at = use.sentence.tokens, use.last + 1
    if at >= len(tokens) or tokens[use.last].text not in {",", "("} or use.last - use.first < 2:
        return None
    at += tokens[at].low == "the" and at + 1 < len(tokens)
    started = at
    numbered = tokens[at].kind == "ordinal"
    first = at = at + numbered
    while at < len(tokens) and tokens[at].low in _HONOURS and tokens[at].capital:
        at += 1
    of = at < len(tokens) and tokens[at].low == "of"
    if at == first or not (numbered or of) or at + of >= len(tokens) or not begins(tokens, at + of):
        return None
    end = run_end(tokens, at + of + 1)
    words, comma = use.sentence.words, tokens[use.last].text == "," and started == use.last + 1
    whole = " ".join(words(use.first, end).split()) if comma else None
    return _Peerage(whole, words(first, end), words(started, end), words(at + of, end))


def _take_peerage(registry: Registry, names: Mapping[str, Name], key: str, peerage: _Peerage) -> None:
    """Give a person the name with its title, and the title's own where the text calls her so."""
    if peerage.whole is not None:
        registry.spell(key, peerage.whole)
    registry.name(key, peerage.title)
    registry.spell(key, peerage.numbered)
    title = names.get(norm(peerage.of))
    if title is not None and any(shows_person(use) for use in title.uses if use.before != "of"):
        registry.name(key, title.words)


def _name_lord(registry: Registry, name: Name) -> None:
    """Give "Dow" to the one noble of that place who goes by it: "the Duke of Dow came … Dow won"."""
    titles = {title for use in name.uses if (title := _title_of(use)) is not None}
    alone = [use for use in name.uses if use.before != "of"]
    if len(titles) != 1 or not any(shows_person(use) for use in alone) or registry.known(name.words):
        return
    if len(place_forms(name.words)) > 1 or not can_be_person(name.words) or _is_entered(alone):
        return
    words = f"{titles.pop()} of {name.words}"
    key = registry.known(words) or registry.add(
        Actor(key_of(words), words, "person", name.span, rule="actor.named", confidence=0.85)
    )
    if registry.get(key).kind == "person":
        registry.name(key, name.words)


def _title_of(use: Use) -> str | None:
    """Give the noble title that is of a place: "Duke" before "of | Dow"."""
    tokens, at = use.sentence.tokens, use.first - 2
    titled = at >= 0 and use.before == "of" and use.title == use.first and tokens[at].capital
    return tokens[at].text if titled and tokens[at].low in _NOBLE else None


def _is_entered(uses: Sequence[Use]) -> bool:
    """Tell whether one goes or is somewhere: then it is the place, "in Dow", "took Dow"."""
    return any(use.before in _PLACED for use in uses)


_NOBLE = frozenset({"baron", "count", "duke", "earl", "margrave", "marquess", "marquis", "viscount"})
_PLACED = word_set("naming", "place_prepositions")


def _honour(use: Use) -> int | None:
    """Give where the honour right before a name begins: "Grand Duke", "Sir"; None without one."""
    tokens, first = use.sentence.tokens, use.first
    while first > use.title and tokens[first - 1].low in _HONOURS and tokens[first - 1].capital:
        first -= 1
    return first if first < use.first else None


_HONOURS = word_set("naming", "honours")
