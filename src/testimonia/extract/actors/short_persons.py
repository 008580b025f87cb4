"""Short forms of persons' names: last names, first names where the article uses them, initials.

example          Ann Roe … Roe · Tom van der Dow … Van der Dow · Ibrahim ibn al-Roe … Ibn al-Roe
example          Adrian Bert Dow … A. B. Dow · Umar ibn Roe … Umar
counter-example  Ann Roe and Tom Roe … Roe (two of that name) · Charles Dow … King Charles
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from testimonia.extract.actors.names import Name, Use, is_given_name
from testimonia.extract.actors.naming import country_of, norm
from testimonia.extract.actors.persons import can_be_person, likely_place, shows_person
from testimonia.lexicon import word_set

__all__ = ["Person", "ShortPersons", "fits_person"]

_ARTICLES = word_set("naming", "arabic_articles")
_FATHERS = frozenset({"ibn", "bin", "bint", "ben"})
_AGES = frozenset({"jr", "junior", "sr", "senior"})
_KINGS = word_set("naming", "rulers")


_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.")
"""A letter with its full stop: "F.W. Dow", "V. Roe", which is no fifth of that name."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person's full name, and where the prose first has it."""

    key: str
    words: str
    order: tuple[int, int]


@lru_cache(maxsize=1 << 16)
def _parts(words: str) -> tuple[str, ...]:
    """Give the comparable words of a name; every two names of an article are compared."""
    told = re.sub(r"[\"“][^\"”]+[\"”]", " ", words) or words
    pieces = _INITIAL.split(told) if "." in told else [told]  # every other one is an initial
    parts = [
        part
        for at, piece in enumerate(pieces)
        for part in ([f"{piece.lower()}."] if at % 2 else norm(piece).split())
    ] or norm(told).split()
    return tuple([part for part in parts if part not in _ARTICLES] or parts)


@lru_cache(maxsize=1 << 16)
def fits_person(short: str, full: str) -> str | None:
    """Tell how a short form stands for a person: "last", "first" or "both" ends kept; None if it does not."""
    s, f = _parts(short), _parts(full)
    if s[-1] in _AGES and len(s) == 1:
        return None
    if s == f or len(s) > len(f) or not _in_order(s, f):
        return "same" if s == f and norm(short) != norm(full) else None
    if _alike(s[-1], f[-1]) and len(s[-1]) > 1:
        if len(s) == 1 and len(f) > 2 and f[-2] in _FATHERS:
            return None  # "Roe" is the father of "Umar ibn Roe"
        return "both" if len(s) > 1 and _alike(s[0], f[0]) and s[0] not in _FATHERS else "last"
    return "first" if s == f[: len(s)] and s[-1] not in _FATHERS and len(s[0]) > 2 else None


def _alike(one: str, other: str) -> bool:
    if _is_numeral(one) or _is_numeral(other):
        return one == other
    one, other = one.rstrip("."), other.rstrip(".")
    return (
        one == other
        or (len(one) == 1 and other.startswith(one))
        or (len(other) == 1 and one.startswith(other))
    )


def _is_numeral(part: str) -> bool:
    return part in {
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
        "i",
    }


def _in_order(short: Sequence[str], full: Sequence[str]) -> bool:
    at = 0
    for part in short:
        while at < len(full) and not _alike(part, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


class ShortPersons:
    """Finds the short forms among an article's names."""

    def __init__(
        self, names: Mapping[str, Name], persons: Collection[Person], key: Callable[[str], str]
    ) -> None:
        """Lay out the persons by their first and last words; `key` gives the key that an actor has by now."""
        self.names = names
        self.key = key
        self.by_word: dict[str, list[Person]] = defaultdict(list)
        for person in persons:
            parts = _parts(person.words)
            for word in dict.fromkeys((parts[0], parts[-1])):
                self.by_word[word].append(person)

    def find(self) -> Iterator[tuple[Person, Name]]:
        """Give each person with a short form, longer short forms first."""
        for name in sorted(self.names.values(), key=lambda name: (-len(name.low.split()), name.order)):
            parts = _parts(name.words)
            near = {person: None for part in (parts[0], parts[-1]) for person in self.by_word.get(part, ())}
            if near and (person := self._of(name, list(near))) is not None:
                yield person, name

    def _of(self, name: Name, near: list[Person]) -> Person | None:
        """Give the one person that a name is short for; of several the only one named before."""
        titled = _titled(name)
        if name.uses and all(use.before == "of" for use in name.uses):
            near = [person for person in near if " of " not in person.words]  # "Ann of Roe": Roe is a place
        possible = can_be_person(name.words) or (titled and country_of(name.words) is not None)
        if not possible or (likely_place(name, sure=True) and not titled):
            return None
        fitting = [
            (person, how) for person in near if (how := fits_person(name.words, person.words)) is not None
        ]
        found = [person for person, how in fitting if how != "first"] or self._by_first(
            name, [person for person, how in fitting if how == "first"]
        )
        if len({self.key(person.key) for person in found}) > 1:
            found = [person for person in found if person.order <= name.order]
        if len({self.key(person.key) for person in found}) > 1:
            found = self._told(found, name)
        if len({self.key(person.key) for person in found}) > 1:
            found = self._ranked(found, name) or self._foremost(found)
        return found[0] if len({self.key(person.key) for person in found}) == 1 else None

    def _told(self, persons: list[Person], name: Name) -> list[Person]:
        """Keep whom the prose names in full before a short form; the infobox alone may list namesakes."""
        full = [(person, self.names.get(norm(person.words))) for person in persons]
        return [person for person, told in full if told and told.uses and told.order <= name.order]

    def _ranked(self, persons: list[Person], name: Name) -> list[Person]:
        """Keep the one who bears the rank of the short form: "Commander Roe" of two Roes, one a general."""
        ranks = _titles(name)
        return [one for one in persons if ranks and ranks <= _titles(self.names[norm(one.words)])]

    def _foremost(self, persons: list[Person]) -> list[Person]:
        """Keep the one whom the prose names in full time and again, where it names the others once."""
        often = [one for one in persons if len(self.names[norm(one.words)].uses) > 1]
        return often if len({self.key(one.key) for one in often}) == 1 else []

    def _by_first(self, name: Name, persons: list[Person]) -> list[Person]:
        """Keep whom the article calls by the first name: people of old before those with a last name."""
        old = [person for person in persons if _has_no_last_name(person)]
        if old:
            numbered = [one for one in old if any(map(_is_numeral, _parts(one.words)[1:]))]
            if len({self.key(one.key) for one in numbered}) == 1:
                return numbered  # a ruler goes by the first name before "Umar ibn Roe" does
            reigns = _reigns(name)
            return [one for one in old if not reigns or _FATHERS.isdisjoint(_parts(one.words))]
        told = len(name.uses) > 1 or any(shows_person(use) for use in name.uses)
        told = told or (
            len(persons) == 1 and is_given_name(name.words) and not any(map(_is_set_off, name.uses))
        )
        called = told and len(name.low) > 2 and not _reigns(name) and not likely_place(name)
        return persons if called else []


def _has_no_last_name(person: Person) -> bool:
    """Tell "Louis IX", "Ann II of Roe" and "Umar ibn Roe" from "Ann Roe"."""
    parts = _parts(person.words)
    return any(map(_is_numeral, parts[1:])) or not _FATHERS.isdisjoint(parts)


def _titled(name: Name) -> bool:
    return any(use.title < use.first for use in name.uses)


def _is_set_off(use: Use) -> bool:
    """Tell a name with a title, in brackets or quotation marks, which may be a church's or another one's."""
    return use.title < use.first or use.before in {"(", '"', "“", "‘"}


def _titles(name: Name) -> set[str]:
    """Give the words of the titles, lower case, that stand before a name: "lieutenant", "commander"."""
    tokens = ((use.sentence.tokens[at], use) for use in name.uses for at in range(use.title, use.first))
    return {token.low for token, _ in tokens if token.kind == "word"}


def _reigns(name: Name) -> bool:
    """Tell whether the name stands with the title of a ruler: then it may be another of that name."""
    return any(
        use.sentence.tokens[at].low in _KINGS for use in name.uses for at in range(use.title, use.first)
    )
