"""Which named actors a described group may stand for, and which state a body or people belongs to.

example          NRC and Roe Front fighters → NRC, Roe Front     Malian soldiers → Mali
example          Dow fighters → every actor of that side that the text calls Dow
counter-example  Roe soldiers (of a state) → not the Free Roe Army of the other side
"""

from collections.abc import Mapping

from testimonia.extract.actors.naming import is_demonym, norm, place_forms, stems
from testimonia.extract.actors.registry import Registry
from testimonia.model import Actor

__all__ = ["aligned_to", "state_of"]


def aligned_to(
    words: str, side: int | None, registry: Registry, described: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Give the keys of the actors whose name, people or describing word stands in the words."""
    padded = f" {norm(words)} "
    peoples = {word for word in norm(words).split() if is_demonym(word)}
    return tuple(
        actor.key
        for actor in registry
        if actor.kind not in {"described group", "person"}
        and (
            _named(actor, padded)
            or (side is not None and actor.side == side and _called(actor, peoples, described))
        )
    )


def _named(actor: Actor, padded: str) -> bool:
    for name in (actor.label, *actor.aliases):
        low = norm(name)
        if low and low in padded and f" {low} " in padded:
            return True
    return actor.kind == "state" and any(f" {form} " in padded for form in place_forms(actor.label))


def _called(actor: Actor, peoples: set[str], described: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether the people named is in an armed group's name, or in the words that the text uses of it."""
    if not peoples or actor.kind in {"organisation", "media"}:
        return False
    told = set(described.get(actor.key, ()))
    return bool(peoples & (told | {word for name in (actor.label, *actor.aliases) for word in stems(name)}))


def state_of(words: str, registry: Registry) -> str | None:
    """Give the key of the state whose name or people stands in the words."""
    padded = f" {norm(words)} "
    return next(
        (
            actor.key
            for actor in registry
            if actor.kind == "state" and any(f" {form} " in padded for form in place_forms(actor.label))
        ),
        None,
    )
