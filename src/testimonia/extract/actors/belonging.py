"""On which side the actors of the prose are, where the text puts them on one.

example          Russian General Roe · the 7th Malian Regiment · Ann Roe, commander of the Kayes Front
counter-example  the Syrian Observatory (an organisation takes no side) · Tom Dow, mayor
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from testimonia.extract.actors.kinds import FIGHTING
from testimonia.extract.actors.names import Name
from testimonia.extract.actors.naming import norm
from testimonia.extract.actors.registry import Registry
from testimonia.model import Actor

__all__ = ["take_sides"]

_IN_BRACKETS = re.compile(r" \(([^()]+)\)$")
"""Whose a unit is, as the title of its page tells: "XV Corps (United Kingdom)"."""


def take_sides(registry: Registry, names: Mapping[str, Name]) -> None:
    """Put actors without a side on the one that their name, title, office or owner tells."""
    for actor in sorted(registry, key=lambda actor: actor.kind == "person"):
        if actor.side is None and actor.kind in FIGHTING | {"person"}:
            side = (
                _of_person(actor, registry, names)
                if actor.kind == "person"
                else _of_body(actor, registry, names)
            )
            if side is not None:
                registry.update(replace(registry.get(actor.key), side=side))


def _of_body(actor: Actor, registry: Registry, names: Mapping[str, Name]) -> int | None:
    flagged = _IN_BRACKETS.search(actor.link or "")
    flag = registry.sides.named(flagged[1]) if flagged is not None else None
    if flag is not None:
        return flag
    told = {
        side
        for name in (actor.label, *actor.aliases, *([actor.link] if actor.link else []))
        if (side := registry.sides.of(name)) is not None
    }
    return told.pop() if len(told) == 1 else None if told else _by_uses(actor, registry, names)


def _of_person(actor: Actor, registry: Registry, names: Mapping[str, Name]) -> int | None:
    """Give the side of the body where an office is held, else of the people named with the title."""
    if actor.office is not None:
        body = (
            registry.get(actor.office.body)
            if actor.office.body is not None and actor.office.body in registry
            else None
        )
        if body is not None and body.kind in FIGHTING:
            return body.side
        return None if body is not None else _of_title(actor.office.title, registry)
    return _by_uses(actor, registry, names)


def _of_title(title: str, registry: Registry) -> int | None:
    """Give the side of those before an office or behind its "of"; "envoy for Roe" tells none."""
    before = re.split(r" (?:of|for|in|to|at|on) ", title)[0]
    side = registry.sides.named(before)
    if side is None and " of " in title:
        side = registry.sides.named(re.split(r" (?:for|in|to|at|on) ", title.split(" of ", 1)[1])[0])
    return side if side is not None else registry.sides.camp(before)


def _by_uses(actor: Actor, registry: Registry, names: Mapping[str, Name]) -> int | None:
    """Give the side of the title or owner before the name; None where its uses differ."""
    found: set[int] = set()
    for label in (actor.label, *actor.aliases):
        name = names.get(norm(label))
        for use in name.uses if name is not None else ():
            tokens, first = use.sentence.tokens, use.title
            if first > 1 and tokens[first - 1].text in {"'s", "’s", "'", "’"}:
                first -= 2
            elif first and tokens[first - 1].capital:
                first -= 1
            side = registry.sides.of(use.sentence.words(first, use.first)) if first < use.first else None
            if side is not None:
                found.add(side)
    return found.pop() if len(found) == 1 else None
