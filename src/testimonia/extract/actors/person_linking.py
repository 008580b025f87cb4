"""Gives last names, first names and other spellings to the persons that they stand for."""

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from testimonia.extract.actors.arabic_names import are_arabic_spellings, consonants, is_arabic
from testimonia.extract.actors.names import Name, order_of
from testimonia.extract.actors.naming import is_demonym, norm
from testimonia.extract.actors.persons import can_be_person, likely_place, shows_person
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.short_persons import Person, ShortPersons
from testimonia.extract.actors.variants import are_spellings, are_spellings_of_one_word, is_short_first_name
from testimonia.lexicon import word_set

if TYPE_CHECKING:
    from testimonia.model import Actor

__all__ = ["link_persons"]


def link_persons(registry: Registry, names: dict[str, Name]) -> None:
    """Give last names, first names and other spellings to the persons that they stand for."""
    _respell(registry, names)
    _turn(registry, names)
    _join_of(registry)
    _join_first_names(registry)
    persons = [
        Person(actor.key, actor.label, order_of(actor, names))
        for actor in registry
        if actor.kind == "person" and " " in actor.label
    ]
    readable = {
        **{norm(person.words): Name(person.words, norm(person.words)) for person in persons},
        **names,
    }
    for person, name in ShortPersons(readable, persons, registry.key).find():
        words = _with_particles(name, person.words)
        registry.name(person.key, words, sure=" " in name.low)
        registry.name(person.key, name.words, sure=" " in name.low)
        for titled in _titled(name):
            registry.spell(person.key, titled)
    _name_by_father(registry, names, persons)
    _respell_last(registry, names)


def _with_particles(name: Name, full: str) -> str:
    """Give a last name with the small words that the text and the full name have before it: "van der Dow"."""
    for use in name.uses:
        tokens, first = use.sentence.tokens, use.first
        while first and tokens[first - 1].low in _PARTICLES and not tokens[first - 1].capital:
            first -= 1
        words = use.sentence.words(first, use.last)
        if first < use.first and full.endswith(f" {words}"):
            return words
    return name.words


def _name_by_father(registry: Registry, names: dict[str, Name], persons: list[Person]) -> None:
    """Give "bin Roe" to the one person of that father: "Umar bin Roe"."""
    by_end: dict[str, set[str]] = defaultdict(set)
    for person in persons:
        first, _, rest = person.words.partition(" ")
        if first and rest.split(" ", 1)[0] in _FATHERS:
            by_end[rest].add(registry.key(person.key))
    for name in names.values():
        for use in name.uses:
            words = f"{use.before} {name.words}"
            if use.title == use.first and len(by_end.get(words, ())) == 1:
                registry.name(next(iter(by_end[words])), words)


_FATHERS = frozenset({"ben", "bin", "bint", "ibn"})
_PARTICLES = word_set("naming", "name_particles")


def _titled(name: Name) -> list[str]:
    """Give a last name with the titles that stand before it: "General Roe", "Governor Roe"."""
    if " " in name.low:
        return []
    titled = (use for use in name.uses if use.title < use.first and use.sentence.tokens[use.title].capital)
    called = dict.fromkeys(use.sentence.words(use.title, use.last) for use in titled)
    return [words for words in called if not is_demonym(words.split()[0])]  # "Roelander General Dow"


def _join_first_names(registry: Registry) -> None:
    """Join the one pair of a last name whose first names are one: "Archie Roe", "Archibald Bert Roe"."""
    by_last: dict[str, list[Actor]] = defaultdict(list)
    for actor in registry:
        parts = norm(actor.label).split()
        if actor.kind == "person" and len(parts) > 1:
            by_last[parts[-1]].append(actor)
    for namesakes in by_last.values():
        namesakes.sort(key=lambda actor: not actor.rule.startswith(("infobox", "lead")))
        pairs = [
            (one, two) for one, two in combinations(namesakes, 2) if _first_names_agree(one.label, two.label)
        ]
        if len(pairs) == 1:
            registry.name(pairs[0][0].key, pairs[0][1].label, sure=True)


def _first_names_agree(one: str, other: str) -> bool:
    """Tell whether a first name of one person is short for one of the other's."""
    a, b = (norm(words).split()[:-1] for words in (one, other))
    return min(len(a), len(b)) == 1 and any(is_short_first_name(x, y) for x in a for y in b)


def _turn(registry: Registry, names: dict[str, Name]) -> None:
    """Join persons whose last name may stand first: "Seishirō Orr", "Orr Seishiro"."""
    for actor in registry:
        first, _, last = norm(actor.label).partition(" ")
        turned = names.get(f"{last} {first}")
        if actor.kind == "person" and last and " " not in last and turned is not None:
            registry.name(actor.key, turned.words, sure=True)


def _join_of(registry: Registry) -> None:
    """Join "Ann of Dow" and "Ann de Dow", who are one."""
    of: dict[str, str] = {}
    for actor in registry:
        if actor.kind == "person":
            for name in (actor.label, *actor.aliases):
                low = _OF.sub(" of ", norm(name))
                if low in of and of[low] != actor.key:
                    registry.name(of[low], name, sure=True)
                elif " of " in low:
                    of[low] = actor.key


_OF = re.compile(r" (?:de|di|van|von) (?=\w+$)")
_THE = frozenset({"the"})


def _respell_last(registry: Registry, names: dict[str, Name]) -> None:
    """Give "Zelenko" to the one person whose last name sounds so: "Taras Zelenkoh"."""
    by_start: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for actor in registry:
        last = norm(actor.label).split()[-1:]
        if actor.kind == "person" and " " in actor.label and last:
            by_start[last[0][:1]].append((last[0], actor.key))
    for low, name in names.items():
        if " " in low or not can_be_person(name.words) or name.share(_THE):
            continue
        if not any(shows_person(use) for use in name.uses):
            continue
        known = registry.known(name.words)
        if known is not None and " " in registry.get(known).label:
            continue
        found = {
            registry.key(key)
            for last, key in by_start[low[:1]]
            if are_spellings_of_one_word(low, last) or _is_arabic_last(low, registry.get(key).label)
        }
        if len(found) == 1:
            registry.name(found.pop(), name.words)


def _is_arabic_last(low: str, full: str) -> bool:
    """Tell "Rowail" from the last name of "Khalifa al-Rowayl": its consonants, three at least."""
    letters = consonants(low)
    return is_arabic(full) and len(letters) > 2 and letters == consonants(norm(full).split()[-1])


def _respell(registry: Registry, names: dict[str, Name]) -> None:
    """Join persons whose names differ by a letter: "Vitaly Roe", "Vitaliy Roe"."""
    persons = [actor for actor in registry if actor.kind == "person"]
    words = {norm(actor.label): actor.label for actor in persons}
    words.update(
        {
            low: name.words
            for low, name in names.items()
            if low not in words and can_be_person(name.words) and not likely_place(name)
        }
    )
    by_start: dict[str, list[str]] = defaultdict(list)
    for low in words:
        by_start[low[:1]].append(low)
    for actor in persons:
        low = norm(actor.label)
        for other in by_start[low[:1]]:
            if other != low and (are_spellings(low, other) or are_arabic_spellings(low, other)):
                registry.name(actor.key, words[other])
