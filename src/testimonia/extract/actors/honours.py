"""Persons as the text calls them with an honour: the title of a ruler, noble or cleric is half a name.

example          General Sir Tom Roe … Sir Tom Roe · Emperor Tai of Dow … Emperor Tai, Emperor Tai of Dow
example          Tom Roe, 1st Earl Dow … the whole of it, and Dow · Tom I, Prince of Dow
counter-example  General Tom Roe (a rank) · Mr. Roe · Sheikh Dow (a place) · King Tom and Prince Tom (two)
"""

from collections.abc import Iterator, Mapping

from testimonia.extract.actors.name_runs import begins, run_end
from testimonia.extract.actors.names import Name, Use, longer_readings
from testimonia.extract.actors.naming import norm
from testimonia.extract.actors.persons import is_placelike, likely_place, shows_person
from testimonia.extract.actors.registry import Registry
from testimonia.lexicon import word_set

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
            _take_peerage(registry, names, key, *peerages.pop())


def _called(registry: Registry, key: str, use: Use) -> Iterator[str]:
    """Give the name with its honour, and with "of …" where the person is known by that too."""
    first = _honour(use)
    if first is None or is_placelike(use):
        return
    yield " ".join(use.sentence.words(first, use.last).split())
    for end in longer_readings(use):
        if registry.known(use.sentence.words(use.first, end)) == key:
            yield " ".join(use.sentence.words(first, end).split())


def _peerage(use: Use) -> tuple[str, str] | None:
    """Give a name with the title behind it, and what the title is of: "Tom Roe, 1st Earl Dow", "Dow"."""
    tokens, at = use.sentence.tokens, use.last + 1
    if at >= len(tokens) or tokens[use.last].text != "," or use.last - use.first < 2:
        return None
    numbered = tokens[at].kind == "ordinal"
    first = at = at + numbered
    while at < len(tokens) and tokens[at].low in _HONOURS and tokens[at].capital:
        at += 1
    of = at < len(tokens) and tokens[at].low == "of"
    if at == first or not (numbered or of) or at + of >= len(tokens) or not begins(tokens, at + of):
        return None
    end = run_end(tokens, at + of + 1)
    whole = " ".join(use.sentence.words(use.first, end).split())
    return whole, use.sentence.words(at + of, end)


def _take_peerage(registry: Registry, names: Mapping[str, Name], key: str, whole: str, of: str) -> None:
    """Give a person the name with its title, and the title's own where the text calls her so."""
    registry.spell(key, whole)
    title = names.get(norm(of))
    if title is not None and any(shows_person(use) for use in title.uses if use.before != "of"):
        registry.name(key, title.words)


def _honour(use: Use) -> int | None:
    """Give where the honour right before a name begins: "Grand Duke", "Sir"; None without one."""
    tokens, first = use.sentence.tokens, use.first
    while first > use.title and tokens[first - 1].low in _HONOURS and tokens[first - 1].capital:
        first -= 1
    return first if first < use.first else None


_HONOURS = word_set("naming", "honours")
