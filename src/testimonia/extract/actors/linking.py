"""Links the names of an article to its actors; every rule of short forms passes through here.

A short form goes to the one actor that it fits; where it fits several it goes to the one that the
article named before it, and to none where that does not decide. No actor is better than a wrong one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from testimonia.extract.actors.acronyms import (
    acronym_name, by_common_knowledge, by_initials, known_names, used_acronyms, within,
)  # fmt: skip
from testimonia.extract.actors.bodies import Reading, long_names
from testimonia.extract.actors.explained import Explained
from testimonia.extract.actors.kinds import named_kind
from testimonia.extract.actors.names import Name
from testimonia.extract.actors.naming import country_of, key_of, norm
from testimonia.extract.actors.persons import can_be_person, likely_place
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.short_bodies import fits_body
from testimonia.extract.actors.short_persons import Person, ShortPersons
from testimonia.extract.actors.variants import are_spellings
from testimonia.extract.sentences import Sentence
from testimonia.model import Actor, Office, Span

__all__ = ["Linker"]


class Linker:
    """The names of an article on the way to its registry."""

    def __init__(self, registry: Registry, names: dict[str, Name], sentences: Sequence[Sentence]) -> None:
        """Take the registry that holds the participants, and the names of the prose."""
        self.registry = registry
        self.names = names
        self.sentences = sentences
        self._long: dict[str, Reading] | None = None

    def full_names(self) -> frozenset[str]:
        """Give the full names, comparable, that go before a shorter reading: participants, widely known bodies."""
        return known_names() | {norm(actor.label) for actor in self.registry}

    # --- what the text explains -----------------------------------------------------------------

    def explain(self, pair: Explained) -> None:
        """Take in a second name that stands beside a first; neither may be a thing or place."""
        key = self.registry.known(pair.name) or self.registry.known(pair.other)
        if key is None:
            kind = named_kind(pair.name) or named_kind(pair.other)
            if kind is None or kind == "person":
                return
            key = self.registry.add(Actor(key_of(pair.name), pair.name, kind, pair.span, rule="actor.explained"))
        if self.registry.name(key, pair.name, sure=True):
            self.registry.name(key, pair.other, sure=True)

    # --- acronyms -------------------------------------------------------------------------------

    def link_acronyms(self) -> None:
        """Give the acronyms that are only used to the names that they abbreviate."""
        universe = self._universe()
        for short in used_acronyms(self.sentences):
            key = self.registry.known(short)
            if key is not None and norm(self.registry.get(key).label) != norm(short):
                continue
            full = self._spelled(short, universe)
            if full is not None:
                self.registry.name(full, short)

    def _universe(self) -> dict[str, str]:
        found = {norm(name): name for actor in self.registry if actor.kind != "person" for name in (actor.label, *actor.aliases)}
        self._long = long_names(self.names)
        for low, reading in self._long.items():
            found.setdefault(low, reading.words)
        return found

    def _spelled(self, short: str, universe: dict[str, str]) -> str | None:
        """Give the key of the actor whose name an acronym abbreviates."""
        found = [low for low in by_initials(short, universe) if low != norm(short)]
        widely = acronym_name(short)
        if widely is not None and norm(widely) in found:
            found = [norm(widely)]
        found = found or by_common_knowledge(short, universe)
        keys = {key: None for low in found if (key := self.registry.known(low)) is not None}
        if len(keys) == 1:
            return next(iter(keys))
        if keys:
            listed = [key for key in keys if self.registry.get(key).rule.startswith("infobox")]
            return listed[0] if len(listed) == 1 else None
        if found:
            return self._add_long(universe[found[0]], found[0])
        return self._within(short)

    def _add_long(self, words: str, low: str, span: Span | None = None) -> str | None:
        kind = named_kind(words)
        reading = (self._long or {}).get(low)
        if kind is None or kind == "person" or (reading is None and span is None):
            return None
        return self.registry.add(Actor(key_of(words), words, kind, span or reading.span, rule="actor.initials"))  # type: ignore[union-attr]

    def _within(self, short: str) -> str | None:
        """Find the acronym's letters in a part of a longer name: "… and Allies" may follow."""
        for actor in self.registry:
            if actor.kind not in {"person", "state"} and (run := within(short, actor.label)) is not None:
                rest = actor.label.replace(run, "").split()
                if self.registry.known(run) is None and all(word.lower() in {"and", "allies", "the"} for word in rest):
                    return actor.key
        return None

    # --- short forms ----------------------------------------------------------------------------

    def link_short_forms(self) -> None:
        """Give the short names of bodies, and other spellings, to the bodies that they fit."""
        by_word: dict[str, list[Actor]] = defaultdict(list)
        for actor in self.registry:
            if actor.kind not in {"person", "described group"}:
                for word in {part for name in (actor.label, *actor.aliases) for part in norm(name).split()}:
                    by_word[word].append(actor)
        for name in list(self.names.values()):
            if not likely_place(name):
                self._link_body(name, by_word)

    def _link_body(self, name: Name, by_word: dict[str, list[Actor]]) -> None:
        parts = norm(name.words).split()
        near = {actor.key: actor for part in parts for word in (part, part[:-1], _other_spelling(part)) for actor in by_word.get(word, ())}
        own = self.registry.known(name.words)
        fitting: dict[str, str] = {}
        for key, actor in near.items():
            now = self.registry.key(key)
            if now != own and now not in fitting and (rule := _fit(name.words, actor)) is not None:
                fitting[now] = rule
        key = self._choose(name, fitting, len(parts))
        if key is not None:
            self.registry.name(key, name.words)

    def _choose(self, name: Name, fitting: dict[str, str], size: int) -> str | None:
        """Give the one actor that a short form is for, None where several fit."""
        if not fitting:
            return None
        if "head" in fitting.values():
            fitting = {key: rule for key, rule in fitting.items() if rule != "head"} or self._of_the_head(name, fitting)
        if size == 1 and name.low in fitting:
            return None
        if len(fitting) > 1:
            earlier = [key for key in fitting if self._order(key) <= name.order]
            return earlier[0] if len(earlier) == 1 else None
        return next(iter(fitting), None)

    def _of_the_head(self, name: Name, fitting: dict[str, str]) -> dict[str, str]:
        """Keep the bodies that "the Army" alone can mean: regular forces go before armed groups."""
        if name.share(frozenset({"the"})) < 0.6 or any(use.after in {"of", "for"} for use in name.uses):
            return {}
        regular = {key: rule for key, rule in fitting.items() if self.registry.get(key).kind != "armed group"}
        return regular or fitting

    def _order(self, key: str) -> tuple[int, int]:
        actor = self.registry.get(key)
        if actor.rule.startswith("infobox"):
            return (-1, 0)
        orders = [found.order for name in (actor.label, *actor.aliases) if (found := self.names.get(norm(name))) is not None]
        return min(orders, default=(0, 0))

    # --- persons --------------------------------------------------------------------------------

    def link_persons(self) -> None:
        """Give last names, first names and other spellings to the persons that they stand for."""
        self._respell()
        persons = [Person(actor.key, actor.label, self._order(actor.key)) for actor in self.registry
                   if actor.kind == "person" and " " in actor.label]  # fmt: skip
        for person, name in ShortPersons(self.names, persons).find():
            self.registry.name(person.key, name.words)

    def _respell(self) -> None:
        """Join persons whose names differ by a letter: "Vitaly Roe", "Vitaliy Roe"."""
        persons = [actor for actor in self.registry if actor.kind == "person"]
        words = {norm(actor.label): actor.label for actor in persons}
        words.update({low: name.words for low, name in self.names.items() if low not in words and can_be_person(name.words) and not likely_place(name)})
        by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
        for low in words:
            by_start[low[:1], low.count(" ")].append(low)
        for actor in persons:
            low = norm(actor.label)
            for other in by_start[low[:1], low.count(" ")]:
                if other != low and are_spellings(low, other):
                    self.registry.name(actor.key, words[other])

    def settle(self, key: str, office: Office) -> None:
        """Give a person an office, unless one stands already."""
        actor = self.registry.get(key)
        if actor.kind == "person" and actor.office is None:
            self.registry.update(replace(actor, office=office))


def _fit(words: str, actor: Actor) -> str | None:
    rules = [rule for full in (actor.label, *actor.aliases) if not country_of(full) and (rule := fits_body(words, full)) is not None]
    strong = [rule for rule in rules if rule != "head"]
    if not rules and are_spellings(words, actor.label) and " " in words:
        return "spelling"
    return next(iter(strong or rules), None)


def _other_spelling(part: str) -> str:
    return part.replace("defence", "defense") if "defence" in part else part.replace("defense", "defence")


def ordered(keys: Iterable[str]) -> tuple[str, ...]:
    """Give keys once each, in their order."""
    return tuple(dict.fromkeys(keys))
