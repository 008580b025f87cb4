"""On which side words put somebody: through names, demonyms, flags, and what the camps are made of.

example          Russia | Ukraine: "Russian soldiers" → 1 · "the Ukrainian garrison" → 2
example          Syria, Syrian Armed Forces | Free Syrian Army: "the rebels" → 2 · "government forces" → 1
counter-example  "fighters", "men" where both sides have them → no side
"""

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from testimonia.extract.actors.acronyms import acronym_name
from testimonia.extract.actors.allegiance import states_served
from testimonia.extract.actors.kinds import kind_of
from testimonia.extract.actors.makeup import Makeup
from testimonia.extract.actors.naming import country_of, is_demonym, norm, peoples_in, place_forms, stems
from testimonia.extract.actors.persons import can_be_person
from testimonia.extract.drafts import Entry, Named
from testimonia.lexicon import word_set

__all__ = ["Sides"]

_ARMS = word_set("naming", "arms_of_service")
"""Where one camp's list has a parachute division, the other's parachute battalions are not of that camp."""
_ORDINALS = word_set("naming", "ordinals")
_SERVICES = frozenset({"air force", "army", "fleet", "marine corps", "navy"})
"""What one state's force is called for short, as any other's is in full: "Roe Army"."""
_REALMS = word_set("naming", "realms")
"""Heads of names of states, which tell nothing of others: "Sultanate of Roe"."""
_IN_NUMBER = {"allied": "allies", "allies": "allied"}
_HEADS_TOO = frozenset({"states", "union"})
"""Short names of a state that head the names of others: "Arab States", "Soviet Union"."""
_OF_OTHERS = word_set("naming", "unions_of_others")
_OWNING = re.compile(r"['’]s?(?= )")
_VARIANT = re.compile(r"\b([a-z]*\d+)[a-z]\d?s?\b")
"""What may stand behind the number of a make: "Fw 190D", "F-111E"."""
_OWNER = re.compile(r"\w['’]s? ")


class Sides:
    """The camps of the main event and the words that belong to each."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Learn the camps from the belligerents, commanders and units of an infobox or lead."""
        self._words: dict[str, set[int]] = {}
        """Names of those on a side."""
        self._peoples: dict[str, set[int]] = {}
        """Forms of the states on a side: "malian"."""
        self._weak: dict[str, set[int]] = {}
        self._ships: dict[str, int] = {}
        """Ships by their whole names."""
        self._forces: list[tuple[str, int]] = []
        """Belligerents that are a state, its force, or called by their people alone, with their sides."""
        self._places: frozenset[str] = frozenset()
        self.makeup = Makeup()
        """What the camps are made of."""
        self.numbers: tuple[int, ...] = ()
        numbers: set[int] = set()
        for entry in entries:
            numbers.add(entry.side)
            self._learn(entry)
        self.numbers = tuple(sorted(numbers))
        self._peoples_of_forces()

    def _learn(self, entry: Entry) -> None:
        name = entry.name.words
        for form in filter(None, (norm(name), norm(entry.alias or ""))):
            self._words.setdefault(form, set()).add(entry.side)
        if entry.role == "commander":
            last = norm(name).split()[-1:]
            for word in last:
                self._weak.setdefault(word, set()).add(entry.side)
            return
        kind = kind_of(name, entry.role)
        if entry.role == "belligerent":
            ruling = entry.rule.startswith("lead") and can_be_person(name)
            self.makeup.learn(name, kind, entry.side, ruling=ruling)
            if kind in {"state", "state force"} or is_demonym(" ".join(takewhile(str.istitle, name.split()))):
                self._forces.append((name, entry.side))
        if kind == "state" or country_of(name):
            for form in place_forms(name):
                self._peoples.setdefault(form, set()).add(entry.side)
        elif entry.role == "belligerent" and (state := _state_before(name)) is not None:
            self._forces.append((state, entry.side))
        self._learn_words(name, entry.side)
        self._learn_looks(entry.name, entry.side)

    def _learn_looks(self, name: Named, side: int) -> None:
        """Learn the people of a listed name's flag, and its words in their other number."""
        flag = name.flag if name.flag and country_of(name.flag) else None
        for form in place_forms(flag) if flag else ():
            self._weak.setdefault(form, set()).add(side)
        for word in _telling(name.words) or _capital(name.words):
            for form in (word, _in_other_number(word)):
                self._weak.setdefault(form, set()).add(side)

    def _peoples_of_forces(self) -> None:
        """Learn the peoples of "Nazi Germany" and "North Roe troops", unless both camps have them."""
        told: dict[str, set[int]] = {}
        for name, side in self._forces:
            for form in peoples_in(name):
                told.setdefault(form, set()).add(side)
        for form, sides in told.items():
            if sides >= self._weak.get(form, sides) and len(sides) == 1:
                self._peoples.setdefault(form, set()).update(sides)

    def _learn_words(self, name: str, side: int) -> None:
        """Learn the telling words of a name, in all forms of their people."""
        for word in _telling(name) - self._places:
            for form in place_forms(word):
                self._weak.setdefault(form, set()).add(side)

    def add(self, name: str, side: int, *, person: bool = False) -> None:
        """Learn one more name of somebody on a side."""
        low = norm(name)
        if low:
            self._words.setdefault(low, set()).add(side)
        if not person and not self._is_of_both(low):
            self._learn_words(name, side)

    def _is_of_both(self, low: str) -> bool:
        """Tell "Roe-Dow Pact", which names the peoples of both camps."""
        return len(self._named(low, self._peoples)) > 1

    def forget(self, places: Iterable[str]) -> None:
        """Unlearn words that the prose uses of places: "Roe Front" says nothing of all who are from Roe."""
        self._places = frozenset(low for low in places if low not in self._words and low not in self._peoples)
        for low in self._places:
            self._weak.pop(low, None)

    def named(self, words: str) -> int | None:
        """Give the side of the names and peoples in the words, without guess by kind or part of a name."""
        low = norm(re.sub(r"['’]s?(?= )", "", words))
        return _only(self._named(low, self._words) or self._named(low, self._peoples))

    def camp(self, words: str) -> int | None:
        """Give the side by what the camps are alone: "rebel commander"."""
        return self._generic(norm(words))

    def describe(self, word: str, side: int) -> None:
        """Learn a word that the text uses of somebody on a side."""
        self._weak.setdefault(norm(word), set()).add(side)

    @property
    def only_state(self) -> int | None:
        """The side of the one state's forces in a war with rebels; None in other wars."""
        return self.makeup.only_state

    def other(self, side: int) -> int | None:
        """Give the one camp that is not this one; None where there are several or none."""
        return _only({number for number in self.numbers if number != side})

    def add_ship(self, name: str, navy: str) -> None:
        """Learn a ship whose nation or prefix is told: "Roe", which is "Italian", "HMS"."""
        side = self.of(navy)
        if side is not None and norm(name) not in self._words:
            self._ships.setdefault(norm(name), side)

    def of_ship(self, name: str) -> int | None:
        """Give the side whose ship goes by a bare name; None for all else."""
        return self._ships.get(norm(name))

    def of(self, words: str) -> int | None:
        """Give the side that the words put somebody on; None where the text does not say."""
        low = norm(_spelled_out(_OWNING.sub("", words), self._words))
        if low in self._words:
            return _only(self._words[low])
        if low in self._ships:
            return self._ships[low]
        found = self._named(low, self._words)
        if found:
            return _only(found)
        generic = self._generic(low) if not _OWNER.search(words) else None
        told = self._named(low, self._peoples) or self._named(low, self._weak)
        if not told and generic is None:
            return self._allegiance(low)
        if len(told) != 1 or (generic is not None and generic not in told and self._is_national(low)):
            return None if len(self._named(low, self._peoples)) > 1 else generic
        return _only(told)

    def of_make(self, words: str) -> int | None:
        """Give the side of the ship, or of the state whose machines, the words name: "two Panzer IIIs"."""
        low = norm(words)
        parts = low.split()
        ends = (" ".join(parts[at:]) for at in range(len(parts)))
        ship = next((self._ships[end] for end in ends if end in self._ships), None)
        make = _VARIANT.sub(r"\1", low)
        found = ship if ship is not None else self._allegiance(make)
        # of what is counted as a machine the singular tells as much: "a Roe", which may be a name elsewhere
        return found if found is not None or make.endswith("s") else self._allegiance(f"{make}s")

    def _allegiance(self, low: str) -> int | None:
        """Give the side of the states whose arms, peoples or alliance the words name: "the Red Army"."""
        words = low.split()
        if any(_is_others(one) for one, word in pairwise(words) if word in _HEADS_TOO):
            return None
        if any(_is_of_state(word) and _serves_alone(words[at + 1 :]) for at, word in enumerate(words)):
            return None  # "Roe dragoons" are not those of all who have dragoons
        served = {
            frozenset(
                side for state in states for side in self._words.get(state, self._peoples.get(state, ()))
            )
            for states in states_served(low)
        }
        found = {side for sides in served for side in sides}
        return _only(found)

    def _named(self, low: str, table: dict[str, set[int]]) -> set[int]:
        found: set[int] = set()
        at, runs = 0, _runs(low)
        while at < len(runs):
            for run, end in runs[at]:
                if run in table and not (at and _is_anothers(run, runs[at - 1][-1][0])):
                    found |= table[run]
                    at = end - 1
                    break
            at += 1
        return found

    def _is_national(self, low: str) -> bool:
        """Tell whether both camps share the nation named ("Syrian rebels" of a civil war)."""
        return any(
            len(self._weak.get(word, set()) | self._peoples.get(word, set())) > 1 for word in low.split()
        )

    def _generic(self, low: str) -> int | None:
        """Give the side by what the camps are."""
        return self.makeup.side_of(low, self.numbers)


def _telling(name: str) -> frozenset[str]:
    """Give the telling words of a name.

    Behind "of", "for" and "in" only a state's own force tells whose it is ("Armed Forces of Roe"): the
    fighters of a "Front for the Liberation of Roe" are not all Roelanders, nor all Roelanders theirs.
    """
    own = kind_of(name) in {"state", "state force"}
    return stems(name if own else re.split(r" (?:of|for|in) ", name)[0]) - _ARMS - _REALMS - _ORDINALS


def _state_before(name: str) -> str | None:
    """Give the state of several words that a name begins with: "United States Marine"."""
    parts = name.split()
    states = (" ".join(parts[:end]) for end in range(len(parts) - 1, 1, -1))
    return next((state for state in states if country_of(state) is not None), None)


def _capital(name: str) -> frozenset[str]:
    """Give the one capitalised word of "Allied army", which is all that it tells."""
    first, *rest = name.split()
    alone = first.istitle() and all(word.islower() for word in rest) and (rest or norm(first) in _IN_NUMBER)
    return frozenset({norm(first)} if alone else ())


def _in_other_number(word: str) -> str:
    """Give the other number of a word of a name: the men of the "Red Guards" are "Reds"."""
    return _IN_NUMBER.get(word) or (word[:-1] if word.endswith("s") and len(word) > 4 else f"{word}s")


@lru_cache(maxsize=1 << 14)
def _runs(low: str) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Give for each word the runs of up to nine that begin there, longest first, each with its end."""
    parts = low.split()
    return tuple(
        tuple((" ".join(parts[at:end]), end) for end in range(min(len(parts), at + 9), at, -1))
        for at in range(len(parts))
    )


def _spelled_out(words: str, known: Container[str]) -> str:
    """Write widely known acronyms in full where the camps do not know them: "RAF" → "Royal Air Force"."""
    return " ".join(
        _in_full(word) if len(word) > 1 and word.isupper() and norm(word) not in known else word
        for word in words.split()
    )


def _is_anothers(run: str, before: str) -> bool:
    """Tell "Air Force" in "Roe Air Force", "Union" in "Soviet Union" from the one that is called so here."""
    return run in _SERVICES or (run in _HEADS_TOO and _is_others(before))


def _is_others(word: str) -> bool:
    """Tell "Soviet" in "Soviet Union", whose it is, from "wounded" in "wounded Union soldiers"."""
    return is_demonym(word) or word in _OF_OTHERS


@lru_cache(maxsize=1 << 12)
def _is_of_state(word: str) -> bool:
    """Tell "Roe", the adjective of a state, from names of states and of regions: "Scots"."""
    return is_demonym(word) and any(country_of(form) is not None for form in place_forms(word))


def _serves_alone(words: Sequence[str]) -> bool:
    """Tell "dragoons", who serve somebody without the word before, from the guards of "Scots Guards"."""
    return any(next(states_served(word), None) is not None for word in words)


def _in_full(word: str) -> str:
    """Give the full name of a state or its force; others name places that are not theirs ("ISIS")."""
    full = acronym_name(word)
    return full if full is not None and kind_of(full) in {"state", "state force"} else word


def _only(sides: set[int]) -> int | None:
    return next(iter(sides)) if len(sides) == 1 else None
