"""Links the names of an article to its actors; every rule of short forms passes through here.

A short form goes to the one actor that it fits; where it fits several it goes to the one that the
article named before it, and to none where that does not decide. No actor is better than a wrong one.
"""

import re
from collections.abc import Sequence

from testimonia.extract.actors.acronyms import (
    abbreviates,
    acronym_name,
    by_common_knowledge,
    index_initials,
    known_names,
    letters_of,
    used_acronyms,
    within,
)
from testimonia.extract.actors.acting import acts_as_body, can_be_lettered
from testimonia.extract.actors.bodies import Reading, long_names, small_heads
from testimonia.extract.actors.explained import Explained
from testimonia.extract.actors.kinds import named_kind
from testimonia.extract.actors.names import Name
from testimonia.extract.actors.naming import key_of, norm
from testimonia.extract.actors.persons import can_be_person, likely_place
from testimonia.extract.actors.registry import Registry
from testimonia.extract.sentences import Sentence
from testimonia.model import Actor, ActorKind

__all__ = ["Linker"]


def _may_be_called(name: str) -> bool:
    """Tell what a person can go by: "Red Dow", "Lion of Roe"; not "Second Triumvirate"."""
    return can_be_person(name) or (" of " in name and named_kind(name) is None)


_CODED = re.compile(r"[A-Z]{1,5}-?\d{1,3}")
"""Letters and number of a unit that has no other head: "Scouting Six (VS-6)"."""


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
            kind = named_kind(pair.name) or named_kind(pair.other) or self._unnamed_kind(pair)
            if kind is None or (kind == "person" and not pair.called):
                return
            key = self.registry.add(
                Actor(key_of(pair.name), pair.name, kind, pair.span, rule="actor.explained")
            )
        if self.registry.get(key).kind == "person" and not _may_be_called(pair.other):
            return
        if self.registry.name(key, pair.name, sure=True):
            self.registry.name(key, pair.other, sure=True)

    def _unnamed_kind(self, pair: Explained) -> ActorKind | None:
        """Give the kind of a name that does not say what it is: what has letters and acts, is a body.

        A person with a byname is told from a place with two names: both names can be a person's.
        """
        if abbreviates(pair.other, pair.name):
            acts = acts_as_body(self.names.get(norm(pair.name)), self.names.get(norm(pair.other)))
            return "organisation" if acts or can_be_lettered(pair.name, pair.other) else None
        spelled_out = " " in pair.name and not any(c.isdigit() for c in pair.name)  # not "29 Roe (J-29)"
        if spelled_out and _CODED.fullmatch(pair.other):
            return "state force"
        name = self.names.get(norm(pair.name))
        full = " " in pair.name and can_be_person(pair.name) and can_be_person(pair.other)
        return "person" if full and name is not None and not likely_place(name) else None

    # --- acronyms -------------------------------------------------------------------------------

    def link_acronyms(self) -> None:
        """Give the acronyms that are only used to the names that they abbreviate."""
        used = used_acronyms(self.sentences, self.listed)
        for short in used:
            self.link_acronym(short)
        self._link_points(used)

    def _link_points(self, used: Sequence[str]) -> None:
        """Give an acronym with full stops to whom it is without them, and the other way: "U.N.", "UN"."""
        for short in used:
            other = short.replace(".", "") if "." in short else "".join(f"{letter}." for letter in short)
            if other in used and (key := self.registry.known(other)) is not None:
                self.registry.spell(key, short)

    def link_acronym(self, short: str) -> str | None:
        """Give an acronym to the actor whose name it abbreviates; answer with its key, or None."""
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
        by_letters = bool(found)
        found = found or by_common_knowledge(short, universe)
        known = (self.registry.known(low) for low in found)
        keys = {key: None for key in known if key is not None and self.registry.get(key).kind != "person"}
        if len(keys) == 1:
            return next(iter(keys))
        if keys:
            listed = [key for key in keys if self.registry.get(key).rule.startswith(("infobox", "lead"))]
            return listed[0] if len(listed) == 1 else None
        if found:
            return self._add_long(universe[found[0]], found[0], None if by_letters else widely)
        return self._within(short)

    def _add_long(self, words: str, low: str, widely: str | None) -> str | None:
        kind, reading = named_kind(words) or (named_kind(widely) if widely else None), self._long.get(low)
        if kind is None or kind == "person" or reading is None:
            return None
        return self.registry.add(Actor(key_of(words), words, kind, reading.span, rule="actor.initials"))

    def _within(self, short: str) -> str | None:
        """Find the acronym's letters in a part of a longer name: "… and Allies", "Provisional …"."""
        for actor in self.registry:
            if actor.kind not in {"person", "state"} and (run := within(short, actor.label)) is not None:
                rest = actor.label.replace(run, "").split()
                if self.registry.known(run) is None and all(
                    word.lower() in {"and", "allies", "the", "provisional"} for word in rest
                ):
                    return actor.key
        return None
