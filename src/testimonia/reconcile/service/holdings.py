"""The things themselves, as the graph has them: names, types, values of properties."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from testimonia.query.engine import solutions
from testimonia.query.nodes import Nodes, word
from testimonia.reconcile.service.extensions import Column
from testimonia.reconcile.service.types import ROOTS, Type, Types
from testimonia.reconcile.service.values import Value
from testimonia.vocab import PREFIXES, TM, TMC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from testimonia.reconcile.service.properties import Property

__all__ = ["Entity", "Holdings"]

_PROLOGUE = "".join(f"PREFIX {name}: <{space}>\n" for name, space in PREFIXES.items())
_NAMES = ("rdfs:label", "tm:propositionText", "skos:altLabel", "tm:acronym", "tm:wikipediaTitle")
"""Where names are found; what is called by the first two is shown."""
_CLAIMS = """SELECT DISTINCT ?claim ?side ?low ?high ?scope ?polarity {
  ?claim tm:about $entity ; tm:measure $measure .
  OPTIONAL { ?claim tm:affectedSide/tm:sideNumber ?side }
  OPTIONAL { ?claim tm:quantity/tm:minValue ?low }
  OPTIONAL { ?claim tm:quantity/tm:maxValue ?high }
  OPTIONAL { ?claim tm:scope ?scope }
  OPTIONAL { ?claim tm:polarity ?polarity }
} ORDER BY (?scope != tmc:mainScope) ?side ?low ?high ?claim"""
_MAIN, _NEGATED = f"{TMC}mainScope", f"{TMC}negated"
_REMEMBERED = 50_000
"""How many things are remembered: those of one query are asked for again and again."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that can be found."""

    iri: str
    id: str
    """The IRI without what all IRIs of the graph begin with."""
    name: str
    aliases: tuple[str, ...]
    types: tuple[Type, ...]
    """The narrowest first."""

    @property
    def type_ids(self) -> tuple[str, ...]:
        """The identifiers of its types."""
        return tuple(one.id for one in self.types)


@dataclass(frozen=True, slots=True)
class Holdings:
    """The data, looked up thing by thing."""

    store: Store
    types: Types
    base: str
    """What the IRIs of the data begin with."""
    _known: dict[str, Entity | None] = field(default_factory=dict, repr=False, compare=False)

    def entity(self, name: str) -> Entity | None:
        """Give the thing of an identifier or IRI; None where there is none that is offered."""
        iri = name if name.startswith(self.base) or "://" in name else self.base + name
        if iri not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[iri] = self._look_up(iri)
        return self._known[iri]

    def _look_up(self, iri: str) -> Entity | None:
        nodes = Nodes(self.store)
        try:
            types = self.types.of((*nodes.all(iri, "rdf:type"), *nodes.all(iri, "tm:eventKind")))
            names = [name for curie in _NAMES for name in nodes.all(iri, curie)]
        except ValueError:  # what was asked for is no IRI
            return None
        if not names or not {one.id for one in types} & set(ROOTS):
            return None
        aliases = tuple(dict.fromkeys(name for name in names[1:] if name != names[0]))
        return Entity(iri, iri.removeprefix(self.base), names[0], aliases, types)

    def iris(self) -> Iterator[str]:
        """Give the IRIs of all things, type by type."""
        nodes = Nodes(self.store)
        for root in ROOTS:
            yield from nodes.having("rdf:type", TM + root)

    def values(self, entity: Entity, wanted: Property, column: Column | None = None) -> list[Value]:
        """Give the values of a property: one for each claim, blank or not, where it tells of claims."""
        if not wanted.measure:
            return self._told(entity.iri, wanted, wanted.where)
        return [
            self._in_one(self._told(claim, wanted, wanted.where))
            for claim in self._claims(entity, wanted, column)
        ]

    def near(self, entity: Entity, wanted: Property) -> list[Value]:
        """Give the values that a given one may agree with: those of the property, and what is around them."""
        if wanted.near:
            return self._told(entity.iri, wanted, wanted.near)
        return self.values(entity, wanted)

    def having(self, wanted: Property, value: str) -> list[str]:
        """Give the IRIs of the things that have another thing as a value of a property."""
        pattern = (wanted.near or wanted.where).replace("?value", "$value").replace("$entity", "?entity")
        asked = f"{_PROLOGUE}SELECT DISTINCT ?entity {{ {pattern} }} ORDER BY ?entity"
        return [row["entity"] for row in solutions(self.store, asked, value=value)]

    def everywhere(self, wanted: Property) -> Iterator[tuple[str, Value]]:
        """Give every thing that has a property, with each of its values."""
        pattern = wanted.where.replace("$entity", "?claim" if wanted.measure else "?entity")
        if wanted.measure:
            pattern = f"?claim tm:about ?entity ; tm:measure tmc:{wanted.measure} . {pattern}"
        asked = f"{_PROLOGUE}SELECT DISTINCT ?entity ?value {{ {pattern} }} ORDER BY ?entity ?value"
        for row in solutions(self.store, asked):
            yield row["entity"], self._value(row["value"], wanted.gives)

    def _told(self, iri: str, wanted: Property, pattern: str) -> list[Value]:
        asked = f"{_PROLOGUE}SELECT DISTINCT ?value {{ {pattern} }} ORDER BY ?value"
        found = (self._value(row["value"], wanted.gives) for row in solutions(self.store, asked, entity=iri))
        return list(dict.fromkeys(found))

    def _value(self, plain: str, gives: str) -> Value:
        if gives == "entity":
            entity = self.entity(plain)
            return Value(entity.name, id=entity.id) if entity else Value(plain)
        if gives == "word":
            return Value(word(plain, "Scope").replace("_", " "))
        return Value.read(plain, gives)

    def _claims(self, entity: Entity, wanted: Property, column: Column | None) -> Iterator[str]:
        asked = _PROLOGUE + _CLAIMS
        chosen = column or Column(wanted.id)
        for row in solutions(self.store, asked, entity=entity.iri, measure=TMC + wanted.measure):
            sided = chosen.side in {"all", row["side"]}
            scoped = chosen.scope == "all" or row["scope"] == _MAIN
            if sided and scoped and (chosen.negated or row["polarity"] != _NEGATED):
                yield row["claim"]

    @staticmethod
    def _in_one(values: list[Value]) -> Value:
        """Put what a claim has in one cell, so that the columns of one measure stay in step."""
        if len(values) == 1:
            return values[0]
        return Value(" | ".join(value.words for value in values))
