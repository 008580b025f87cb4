"""From the words of the model to concepts and classes of the ontology.

A concept's name is the word in camelCase ("killed_or_wounded" is tmc:killedOrWounded), except where
two schemes share a word: concepts have one flat namespace. `skos:notation` holds the word itself;
a test compares this file with ontology/concepts/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.mapping.terms import tm, tmc

if TYPE_CHECKING:
    from testimonia.mapping.terms import Node
    from testimonia.model import ActorKind, AssertionKind, Category, Measure, PartyBasis, RelationKind, Scope

__all__ = ["actor_class", "assertion_class", "category", "event_kind", "measure", "measure_class", "medium",
           "party_basis", "relation_property", "scope", "word"]  # fmt: skip

_MEDIA = {"statement": "publicStatement", "unspecified": "unspecifiedMedium"}
_ACTORS = {
    "state": "State",
    "state force": "StateForce",
    "armed group": "ArmedGroup",
    "coalition": "Coalition",
    "organisation": "Organisation",
    "person": "Person",
    "media": "MediaOrganisation",
    "described group": "DescribedGroup",
}
_RELATIONS = {"agrees": "agreesWith"}


def word(name: str) -> Node:
    """Give the concept of a word that no other scheme uses: a stance, a polarity, a role."""
    return tmc(_camel(name))


def event_kind(kind: str) -> Node:
    """Give the concept of the kind of an event or happening."""
    return tmc("otherKind") if kind == "other" else word(kind)


def measure(name: Measure) -> Node:
    """Give the concept of a measure."""
    return word(name)


def category(name: Category) -> Node:
    """Give the concept of a category of people."""
    return tmc("unknownCategory") if name == "unknown" else word(name)


def scope(name: Scope) -> Node:
    """Give the concept of a scope."""
    return tmc(f"{name}Scope")


def party_basis(name: PartyBasis) -> Node:
    """Give the concept of what a party rests on."""
    return tmc("noBasis" if name == "none" else f"{name}Basis")


def medium(kind: str) -> Node:
    """Give the concept of a kind of medium."""
    return tmc(_MEDIA.get(kind) or _camel(kind))


def actor_class(kind: ActorKind) -> Node:
    """Give the class of a kind of actor."""
    return tm(_ACTORS[kind])


def measure_class(name: Measure) -> Node:
    """Give the class of the claims with a measure."""
    if name.startswith("materiel"):
        return tm("MaterielClaim")
    return tm("StrengthClaim" if name == "strength" else "CasualtyClaim")


def assertion_class(kind: AssertionKind) -> Node:
    """Give the class of a claim without a figure."""
    return tm(f"{kind.capitalize()}Claim")


def relation_property(kind: RelationKind) -> Node:
    """Give the property that holds between two claims."""
    return tm(_RELATIONS.get(kind) or _camel(kind))


def _camel(name: str) -> str:
    return re.sub(r"[ _-]+(\w)", lambda match: match[1].upper(), name)
