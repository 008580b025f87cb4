"""Links the names of an article to its actors; every rule of short forms passes through here.

A short form goes to the one actor that it fits; where it fits several it goes to the one that the
article named before it, and to none where that does not decide. No actor is better than a wrong one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from testimonia.extract.actors.acronyms import (
    acronym_name,
    by_common_knowledge,
    index_initials,
    known_names,
    letters_of,
    matches,
    used_acronyms,
    within,
)
from testimonia.extract.actors.bodies import Reading, long_names, small_heads
from testimonia.extract.actors.explained import Explained
from testimonia.extract.actors.kinds import is_body_noun, named_kind
from testimonia.extract.actors.names import Name, Use, longer_readings
from testimonia.extract.actors.naming import country_of, key_of, norm
from testimonia.extract.actors.persons import can_be_person, likely_place
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.short_bodies import fits_body
from testimonia.extract.actors.short_persons import Person, ShortPersons, fits_person
from testimonia.extract.actors.variants import are_spellings
from testimonia.extract.sentences import Sentence
from testimonia.model import Actor, Office, Span

__all__ = ["Linker"]


class Linker:
    """The names of an article on the way to its registry."""

    def __init__(
        self,
        registry: Registry,
        names: dict[str, Name],
        sentences: Sequence[Sentence],
        listed: Sequence[str] = (),
    ) -> None:
        """Take the registry with the participants, the names of the prose, the values of the infobox."""
        self.listed = listed
        self.registry = registry
        self.names = names
        self.sentences = sentences
        self._long: dict[str, Reading] = {}
        self._universe: dict[str, str] | None = None
        self._initials: dict[str, list[str]] = {}

    def full_names(self) -> frozenset[str]:
        """Give the full names, comparable, that go before shorter readings: participants, known bodies."""
        return known_names() | {norm(actor.label) for actor in self.registry}

    # --- what the text explains -----------------------------------------------------------------

    def explain(self, pair: Explained) -> None:
        """Take in a second name that stands beside a first; neither may be a thing or place."""
        key = self.registry.known(pair.name) or self.registry.known(pair.other)
        if key is None:
            kind = named_kind(pair.name) or named_kind(pair.other)
            if kind is None or kind == "person":
                return
            key = self.registry.add(
                Actor(key_of(pair.name), pair.name, kind, pair.span, rule="actor.explained")
            )
        if self.registry.name(key, pair.name, sure=True):
            self.registry.name(key, pair.other, sure=True)

    # --- acronyms -------------------------------------------------------------------------------

    def link_acronyms(self) -> None:
        """Give the acronyms that are only used to the names that they abbreviate."""
        for short in used_acronyms(self.sentences, self.listed):
            self.link_acronym(short)

    def link_acronym(self, short: str) -> str | None:
        """Give an acronym to the actor whose name it abbreviates; answer with its key, None if there is none."""
        key = self.registry.known(short)
        if key is not None and norm(self.registry.get(key).label) != norm(short):
            return key
        if self._universe is None:
            self._universe = self._all_names()
            self._initials = index_initials(self._universe)
        full = self._spelled(short, self._universe)
        if full is not None and self.registry.name(full, short, sure=True):
            return self.registry.key(full)
        return key

    def _all_names(self) -> dict[str, str]:
        found = {
            norm(name): name
            for actor in self.registry
            if actor.kind != "person"
            for name in (actor.label, *actor.aliases)
        }
        self._long = {**long_names(self.names), **{body.low: body for body in small_heads(self.names)}}
        for low, reading in self._long.items():
            found.setdefault(low, reading.words)
        return found

    def _spelled(self, short: str, universe: dict[str, str]) -> str | None:
        """Give the key of the actor whose name an acronym abbreviates."""
        found = [low for low in self._initials.get(letters_of(short), ()) if low != norm(short)]
        widely = acronym_name(short)
        if widely is not None and norm(widely) in found:
            found = [norm(widely)]
        found = found or by_common_knowledge(short, universe)
        keys = {key: None for low in found if (key := self.registry.known(low)) is not None}
        if len(keys) == 1:
            return next(iter(keys))
        if keys:
            listed = [key for key in keys if self.registry.get(key).rule.startswith(("infobox", "lead"))]
            return listed[0] if len(listed) == 1 else None
        if found:
            return self._add_long(universe[found[0]], found[0])
        return self._within(short)

    def _add_long(self, words: str, low: str, span: Span | None = None) -> str | None:
        kind = named_kind(words)
        reading = self._long.get(low)
        if kind is None or kind == "person" or (reading is None and span is None):
            return None
        return self.registry.add(
            Actor(key_of(words), words, kind, span or reading.span, rule="actor.initials")
        )  # type: ignore[union-attr]

    def _within(self, short: str) -> str | None:
        """Find the acronym's letters in a part of a longer name: "… and Allies" may follow."""
        for actor in self.registry:
            if actor.kind not in {"person", "state"} and (run := within(short, actor.label)) is not None:
                rest = actor.label.replace(run, "").split()
                if self.registry.known(run) is None and all(
                    word.lower() in {"and", "allies", "the"} for word in rest
                ):
                    return actor.key
        return None

    # --- links ----------------------------------------------------------------------------------

    def follow_links(self) -> None:
        """Let the target of a link tell whom its words name, where the two share a word or letters."""
        for passage in {id(sentence.passage): sentence.passage for sentence in self.sentences}.values():
            for mark in passage.marks:
                if mark.kind == "link" and mark.value and mark.start < mark.end:
                    shown = passage.shown[mark.start : mark.end]
                    self._follow(shown, re.sub(r"\s*\(.*|#.*", "", mark.value))
                    self._keep_target(shown, mark.value)

    def _keep_target(self, shown: str, target: str) -> None:
        key = self.registry.known(shown)
        if key is not None and self.registry.get(key).link is None and ":" not in target:
            self.registry.update(replace(self.registry.get(key), link=target))

    def _follow(self, shown: str, target: str) -> None:
        key = self.registry.known(target) or self.registry.known(shown)
        if (
            key is None
            or not shown[:1].isupper()
            or norm(shown) == norm(target)
            or not target
            or ":" in target
        ):
            return
        actor = self.registry.get(key)
        if actor.kind == "person":
            if fits_person(shown, target) or fits_person(target, shown) or _same_ends(shown, target):
                self.registry.name(key, shown) and self.registry.name(key, target)
        elif actor.kind != "state" and (matches(shown, target) or _fit(shown, actor) not in {None, "head"}):
            self.registry.name(key, shown)

    # --- short forms ----------------------------------------------------------------------------

    def link_states(self) -> None:
        """Give "Kingdom of Roe" and "Roe" to the state that takes part, or is named in both ways."""
        by_state: dict[str, list[Name]] = defaultdict(list)
        for name in self.names.values():
            state = country_of(name.words) or _of_forces(name.low)
            if state is not None:
                by_state[state].append(name)
        for state, names in by_state.items():
            key = self.registry.known(state) or next(
                (found for name in names if (found := self.registry.known(name.words))), None
            )
            if key is None and len(names) > 1:
                first = max(names, key=lambda name: len(name.words))
                key = self.registry.add(
                    Actor(key_of(first.words), first.words, "state", first.span, rule="actor.named")
                )
            for name in names if key is not None else ():
                self.registry.name(key, name.words)  # type: ignore[arg-type]

    def link_short_forms(self) -> None:
        """Give the short names of bodies, and other spellings, to the bodies that they fit."""
        by_word: dict[str, list[Actor]] = defaultdict(list)
        for actor in self.registry:
            if actor.kind not in {"person", "described group"}:
                for word in {part for name in (actor.label, *actor.aliases) for part in norm(name).split()}:
                    by_word[word].append(actor)
        for name in (*self.names.values(), *self._listed()):
            self._link_body(name, by_word)

    def _listed(self) -> list[Name]:
        """Give the names of participants that the prose does not have."""
        names = (actor.label for actor in self.registry if actor.kind not in {"person", "described group"})
        return [Name(words, norm(words)) for words in names if norm(words) not in self.names]

    def _link_body(self, name: Name, by_word: dict[str, list[Actor]]) -> None:
        parts = name.low.split()
        near = {
            actor.key: actor
            for part in [part for part in parts if not is_body_noun(part)] or parts
            for word in (part, part[:-1], _other_spelling(part))
            for actor in by_word.get(word, ())
        }
        if not near:
            return
        own = self.registry.known(name.words)
        if name.uses and not any(self._stands_alone(use) for use in name.uses):
            return
        fitting: dict[str, str] = {}
        for key, actor in near.items():
            now = self.registry.key(key)
            rule = _fit(name.words, actor) if now != own and now not in fitting else None
            if rule is not None and not (rule in {"headless", "translated"} and likely_place(name)):
                fitting[now] = rule
        key = self._choose(name, fitting, len(parts))
        if key is not None:
            self.registry.name(key, name.words)

    def _stands_alone(self, use: Use) -> bool:
        """Tell "the Observatory" by itself from the first half of "the Observatory for Rights"."""
        ends = longer_readings(use)
        return not any(self.registry.known(use.sentence.words(use.first, end)) is not None for end in ends)

    def _choose(self, name: Name, fitting: dict[str, str], size: int) -> str | None:
        """Give the one actor that a short form is for, None where several fit."""
        if not fitting:
            return None
        if "head" in fitting.values():
            fitting = {key: rule for key, rule in fitting.items() if rule != "head"} or self._of_the_head(
                name, fitting
            )
        if size == 1 and name.low in fitting:
            return None
        if len(fitting) > 1:
            earlier = [key for key in fitting if self._order(key) <= name.order]
            return earlier[0] if len(earlier) == 1 else None
        return next(iter(fitting), None)

    def _of_the_head(self, name: Name, fitting: dict[str, str]) -> dict[str, str]:
        """Keep the bodies that "the Army" alone can mean: regular forces go before armed groups."""
        if name.share(frozenset({"the"})) < 0.6 or sum(
            use.after in {"of", "for"} for use in name.uses
        ) * 3 > len(name.uses):
            return {}
        regular = {key: rule for key, rule in fitting.items() if self.registry.get(key).kind != "armed group"}
        return regular or fitting

    def _order(self, key: str) -> tuple[int, int]:
        actor = self.registry.get(key)
        if actor.rule.startswith(("infobox", "lead")):
            return (-1, 0)
        orders = [
            found.order
            for name in (actor.label, *actor.aliases)
            if (found := self.names.get(norm(name))) is not None
        ]
        return min(orders, default=(0, 0))

    # --- persons --------------------------------------------------------------------------------

    def link_persons(self) -> None:
        """Give last names, first names and other spellings to the persons that they stand for."""
        self._respell()
        persons = [
            Person(actor.key, actor.label, self._order(actor.key))
            for actor in self.registry
            if actor.kind == "person" and " " in actor.label
        ]
        names = {
            **{norm(person.words): Name(person.words, norm(person.words)) for person in persons},
            **self.names,
        }
        for person, name in ShortPersons(names, persons, self.registry.key).find():
            self.registry.name(person.key, name.words, sure=" " in name.low)

    def _respell(self) -> None:
        """Join persons whose names differ by a letter: "Vitaly Roe", "Vitaliy Roe"."""
        persons = [actor for actor in self.registry if actor.kind == "person"]
        words = {norm(actor.label): actor.label for actor in persons}
        words.update(
            {
                low: name.words
                for low, name in self.names.items()
                if low not in words and can_be_person(name.words) and not likely_place(name)
            }
        )
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
        if actor.kind == "person" and (actor.office is None or _fuller(office.title, actor.office.title)):
            self.registry.update(replace(actor, office=office))


def _of_forces(low: str) -> str | None:
    """Give the state whose people stands before "Forces": "Free Roelander Forces", not "Roeland Forces"."""
    people = low.removesuffix(" forces")
    state = country_of(people) if people != low else None
    return state if state is not None and norm(state) != people else None


def _fit(words: str, actor: Actor) -> str | None:
    rules = [
        rule
        for full in (actor.label, *actor.aliases)
        if (rule := fits_body(words, full)) is not None
        and (rule in {"letters", "people", "same"} or not country_of(full))
    ]
    strong = [rule for rule in rules if rule != "head"]
    if not rules and are_spellings(words, actor.label) and " " in words:
        return "spelling"
    return next(iter(strong or rules), None)


def _same_ends(one: str, other: str) -> bool:
    """Tell whether two persons' names begin and end alike: "Ann (later Dame Ann) Roe", "Ann Mary Roe"."""
    a, b = norm(one).split(), norm(other).split()
    return len(a) > 1 and len(b) > 1 and a[0] == b[0] and a[-1] == b[-1]


def _fuller(new: str, old: str) -> bool:
    """Tell whether a title says more of the same office: "governor of Kayes" after "governor"."""
    return " " not in old and " " in new and old.lower() in new.lower().split()


def _other_spelling(part: str) -> str:
    return part.replace("defence", "defense") if "defence" in part else part.replace("defense", "defence")


def ordered(keys: Iterable[str]) -> tuple[str, ...]:
    """Give keys once each, in their order."""
    return tuple(dict.fromkeys(keys))
