"""Gives the short names of states and bodies to the actors that they fit.

A short form goes to the one actor that it fits; where it fits several it goes to the one that the
article named before it, and to none where that does not decide. No actor is better than a wrong one.
"""

from collections import defaultdict

from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.actors.names import Name, Use, longer_readings, order_of
from testimonia.extract.actors.naming import country_of, is_former, key_of, norm
from testimonia.extract.actors.persons import likely_place
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.short_bodies import fits_actor
from testimonia.model import Actor

__all__ = ["BodyLinker"]


_CALLED_BARE = frozenset({"army", "navy", "police"})
"""Heads that stand for the one body of their kind without "the" too: "two Army captains"."""


class BodyLinker:
    """The names of an article on the way to its states and bodies."""

    def __init__(self, registry: Registry, names: dict[str, Name]) -> None:
        """Take the registry that holds the participants, and the names of the prose."""
        self.registry = registry
        self.names = names

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
            if key is None:
                key = self._of_the_land(state)
            if key is None and len(names) > 1:
                first = max(names, key=lambda name: len(name.words))
                key = self.registry.add(
                    Actor(key_of(first.words), first.words, "state", first.span, rule="actor.named")
                )
            for name in names if key is not None else ():
                self.registry.name(key, name.words)  # type: ignore[arg-type]

    def _of_the_land(self, state: str) -> str | None:
        """Give the one state of old taking part that is of a land: "Japan" for "Empire of Japan"."""
        ending = f" {norm(state)}"
        found = [
            actor.key
            for actor in self.registry
            if actor.kind == "state"
            and actor.side is not None
            and any(norm(name).endswith(ending) and is_former(name) for name in (actor.label, *actor.aliases))
        ]
        return found[0] if len(found) == 1 else None

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
            for word in (part, part[:-1], _other_spelling(part), part.rstrip("stndrh"))
            for actor in by_word.get(word, ())
        }
        if not near:
            return
        own = self.registry.known(name.words)
        if own is None and name.uses and not any(self._stands_alone(use) for use in name.uses):
            return
        fitting: dict[str, str] = {}
        for key, actor in near.items():
            now = self.registry.key(key)
            rule = fits_actor(name.words, actor) if now != own and now not in fitting else None
            if rule is not None and not (rule in {"headless", "translated"} and likely_place(name)):
                fitting[now] = rule
        chosen = self._choose(name, fitting, len(parts))
        if chosen is not None:
            self.registry.name(chosen, name.words)

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
            earlier = [key for key in fitting if order_of(self.registry.get(key), self.names) <= name.order]
            return earlier[0] if len(earlier) == 1 else None
        return next(iter(fitting), None)

    def _of_the_head(self, name: Name, fitting: dict[str, str]) -> dict[str, str]:
        """Keep the bodies that "the Army" alone can mean: regular forces go before armed groups."""
        called = name.share(frozenset({"the"})) >= 0.6 or name.low in _CALLED_BARE
        if not called or sum(use.after in {"of", "for"} for use in name.uses) * 3 > len(name.uses):
            return {}
        regular = {key: rule for key, rule in fitting.items() if self.registry.get(key).kind != "armed group"}
        return regular or fitting


def _of_forces(low: str) -> str | None:
    """Give the state whose people stands before "Forces": "Free Roelander Forces", not "Roeland Forces"."""
    people = low.removesuffix(" forces")
    state = country_of(people) if people != low else None
    return state if state is not None and norm(state) != people else None


def _other_spelling(part: str) -> str:
    return part.replace("defence", "defense") if "defence" in part else part.replace("defense", "defence")
