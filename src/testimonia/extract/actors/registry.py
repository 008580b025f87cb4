"""The registry of an article's actors: who goes by which names, and when two are one.

example          "Northern Relief Committee", then "NRC (Northern Relief Committee)": one actor
counter-example  a person and a body, or two belligerents of opposite sides, are never one
"""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.extract.actors.naming import norm
from testimonia.extract.actors.sides import Sides
from testimonia.model import Actor

__all__ = ["Registry"]


class Registry:
    """All actors of one article by key and by every name."""

    def __init__(self, sides: Sides) -> None:
        """Begin empty, with the camps of the event."""
        self.sides = sides
        self._actors: dict[str, Actor] = {}
        self._names: dict[str, str] = {}
        self._moved: dict[str, str] = {}

    def add(self, actor: Actor) -> str:
        """Register an actor, or what is new about one that is known; give its key."""
        for name in (actor.label, *actor.aliases):
            known = self._names.get(norm(name))
            if known is not None and self._may_join(self._actors[known], actor):
                self._absorb(known, actor)
                return known
        key, number = actor.key, 2
        while key in self._actors or key in self._moved:
            key, number = f"{actor.key}-{number}", number + 1
        self._actors[key] = replace(actor, key=key) if key != actor.key else actor
        self._index(key)
        return key

    def name(self, key: str, words: str, *, sure: bool = False) -> bool:
        """Give an actor one more name; an actor known by that name becomes one with it.

        False where that cannot be: then nothing changes. `sure` is for names that the text itself
        explains; only these join two that the infobox lists apart.
        """
        key, low = self.key(key), norm(words)
        other = self._names.get(low)
        if not low or other == key:
            return bool(low)
        if other is not None:
            mine, theirs = self._actors[key], self._actors[other]
            apart = mine.rule.startswith(("infobox", "lead")) and theirs.rule.startswith("infobox")
            if (apart and not sure) or not self._may_join(mine, theirs):
                return False
            self._join(key, other)
        actor = self._actors[key]
        if low not in {norm(name) for name in (actor.label, *actor.aliases)}:
            self._actors[key] = replace(actor, aliases=(*actor.aliases, words))
        self._index(key)
        return True

    def spell(self, key: str, words: str) -> None:
        """Keep another spelling of one of an actor's names: "U.N." beside "UN"."""
        actor = self.get(key)
        if words not in (actor.label, *actor.aliases):
            self._actors[actor.key] = replace(actor, aliases=(*actor.aliases, words))

    def update(self, actor: Actor) -> None:
        """Put an actor's record in the place of the one with the same key."""
        self._actors[actor.key] = actor
        self._index(actor.key)

    def _may_join(self, one: Actor, other: Actor) -> bool:
        if one.side is not None and other.side is not None and one.side != other.side:
            return False
        kinds = {one.kind, other.kind}
        return "described group" not in kinds and (len(kinds) == 1 or "person" not in kinds)

    def _join(self, key: str, other: str) -> None:
        """Make one actor of two; the one that the infobox names, else the earlier, keeps its key."""
        gone = self._actors.pop(other)
        self._moved[other] = key
        for low, owner in self._names.items():
            if owner == other:
                self._names[low] = key
        self._absorb(key, gone)

    def _absorb(self, key: str, new: Actor) -> None:
        old = self._actors[key]
        label = _label(old, new)
        names = dict.fromkeys((old.label, *old.aliases, new.label, *new.aliases))
        seen, aliases = {norm(label)}, []
        for name in names:
            if norm(name) and norm(name) not in seen:
                seen.add(norm(name))
                aliases.append(name)
        self._actors[key] = replace(
            old,
            label=label,
            aliases=tuple(aliases),
            span=min(old.span, new.span),
            office=old.office or new.office,
            side=old.side if old.side is not None else new.side,
            link=old.link or new.link,
            also=tuple(dict.fromkeys((*old.also, *new.also))),
            member_of=tuple(dict.fromkeys((*old.member_of, *new.member_of))),
            kind=new.kind if old.kind == "organisation" and new.kind != "person" else old.kind,
            rule=new.rule if new.rule.startswith(("infobox", "lead")) else old.rule,
            confidence=max(old.confidence, new.confidence),
        )
        self._index(key)

    def _index(self, key: str) -> None:
        actor = self._actors[key]
        for name in (actor.label, *actor.aliases):
            if norm(name):
                self._names.setdefault(norm(name), key)

    def key(self, key: str) -> str:
        """Give the key that an actor has now, after it was joined with another."""
        while key in self._moved:
            key = self._moved[key]
        return key

    def known(self, words: str) -> str | None:
        """Give the key of the actor that goes by exactly these words."""
        return self._names.get(norm(words))

    def get(self, key: str) -> Actor:
        """Give an actor by its key."""
        return self._actors[self.key(key)]

    def __iter__(self) -> Iterator[Actor]:
        return iter(tuple(self._actors.values()))

    def __contains__(self, key: str) -> bool:
        return self.key(key) in self._actors


def _label(old: Actor, new: Actor) -> str:
    """Give the label of two actors made one: the infobox's name unless it is an acronym, else the fullest."""
    first, second = (
        (old, new)
        if old.rule.startswith(("infobox", "lead")) or not new.rule.startswith("infobox")
        else (new, old)
    )
    if (
        first.rule.startswith(("infobox", "lead"))
        and any(c.islower() for c in first.label)
        and not _has_initials(first)
    ):
        return first.label
    if _has_initials(first) != _has_initials(second) and " " in first.label and " " in second.label:
        return second.label if _has_initials(first) else first.label
    if first.kind == "person" and (" " in first.label) != (" " in second.label):
        return first.label if " " in first.label else second.label
    return second.label if len(second.label) > len(first.label) else first.label


def _has_initials(actor: Actor) -> bool:
    """Tell whether a person's name is shortened: "A. B. van Roe"."""
    return actor.kind == "person" and any(len(part.rstrip(".")) == 1 for part in actor.label.split())
