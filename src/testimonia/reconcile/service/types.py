"""What kinds of things there are: four classes of the ontology, their subclasses, the kinds of events.

An identifier is the local name of the class or concept: "ConflictEvent", "battle", "ArmedGroup".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.query.nodes import Nodes, local
from testimonia.vocab import TM, TMC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

__all__ = ["CLAIM", "EVENT", "NAMED", "ROOTS", "Type", "Types", "open_types"]

EVENT, CLAIM = "ConflictEvent", "Claim"
NAMED = (EVENT, "Actor", "Place")
"""The classes whose members have names; a claim is called by what it says."""
ROOTS = (*NAMED, CLAIM)
"""The classes whose members are offered, in the order in which people look for them."""


@dataclass(frozen=True, slots=True)
class Type:
    """One kind of things."""

    id: str
    iri: str
    name: str
    description: str
    broader: str = ""
    """The id of the next broader type, "" for one of ROOTS."""


@dataclass(frozen=True, slots=True)
class Types:
    """All of them, broader before narrower."""

    by_id: dict[str, Type]
    by_iri: dict[str, Type]

    def of(self, iris: Iterable[str]) -> tuple[Type, ...]:
        """Give the types that IRIs of classes and concepts are, the narrowest first, each once."""
        found = {self.by_iri[iri].id for iri in iris if iri in self.by_iri}
        ordered = [one for one in self.by_id.values() if one.id in found]
        return tuple(reversed(ordered))

    def around(self, name: str) -> Iterator[Type]:
        """Give a type and all that are broader; nothing for an unknown id."""
        while one := self.by_id.get(name):
            yield one
            name = one.broader

    def known(self, name: str) -> str:
        """Give the id that a client means: by id, IRI or compact IRI; what is unknown stays as it is."""
        if name in self.by_iri:
            return self.by_iri[name].id
        bare = name.removeprefix("tm:").removeprefix("tmc:")
        return bare if bare in self.by_id else name


def open_types(vocabulary: Store) -> Types:
    """Read the types from the ontology and its concepts."""
    nodes = Nodes(vocabulary)
    found = [one for root in ROOTS for one in _classes(nodes, TM + root, "")]
    found += [_concept(nodes, iri) for iri in nodes.having("skos:inScheme", f"{TMC}eventKinds")]
    return Types({one.id: one for one in found}, {one.iri: one for one in found})


def _classes(nodes: Nodes, iri: str, broader: str) -> Iterator[Type]:
    name = local(iri)
    label, text = nodes.one(iri, "rdfs:label"), nodes.one(iri, "skos:definition")
    yield Type(name, iri, label, text, broader)
    for narrower in nodes.having("rdfs:subClassOf", iri):
        yield from _classes(nodes, narrower, name)


def _concept(nodes: Nodes, iri: str) -> Type:
    label, text = nodes.one(iri, "skos:prefLabel"), nodes.one(iri, "skos:definition")
    return Type(local(iri), iri, label, text, EVENT)
