"""The words that records may use; each set is also a scheme of concepts in the ontology."""

from typing import Literal

__all__ = [
    "FIELDED",
    "MACHINES",
    "ActorKind",
    "AssertionKind",
    "Category",
    "EventKind",
    "Form",
    "HappeningKind",
    "MarkKind",
    "Measure",
    "PartyBasis",
    "QuantityKind",
    "RelationKind",
    "Scope",
    "Stance",
    "Zone",
]

Form = Literal["plain", "wikitext", "prose"]
Zone = Literal["infobox", "lead", "prose", "table", "caption"]
MarkKind = Literal["flag", "link", "bold", "italic", "reference", "template", "rule"]
Measure = Literal[
    "killed",
    "wounded",
    "captured",
    "surrendered",
    "missing",
    "killed_or_wounded",
    "losses",
    "neutralised",
    "displaced",
    "strength",
    "materiel_strength",
    "materiel_lost",
]
FIELDED: frozenset[Measure] = frozenset({"strength", "materiel_strength"})
"""What counts those who take part, as against those who come to harm."""
MACHINES: frozenset[Measure] = frozenset({"materiel_lost", "materiel_strength"})
"""What counts things, as against people."""
QuantityKind = Literal[
    "exact",
    "approximate",
    "range",
    "lower_bound",
    "upper_bound",
    "vague",
    "none",
    "unknown",
    "not_reported",
]
Category = Literal["combatants", "civilians", "mixed", "unknown"]
Stance = Literal["claimed", "estimated", "confirmed", "denied", "reported", "unmarked"]
Scope = Literal["main", "sub", "other"]
PartyBasis = Literal["named", "described", "heading", "flag", "order", "pronoun", "inferred", "none"]
EventKind = Literal[
    "battle",
    "siege",
    "offensive",
    "attack",
    "airstrike",
    "clashes",
    "massacre",
    "campaign",
    "war",
    "operation",
    "other",
]
HappeningKind = Literal[
    "attack",
    "clash",
    "capture",
    "retreat",
    "bombardment",
    "advance",
    "siege",
    "ceasefire",
    "deployment",
    "statement",
    "other",
]
ActorKind = Literal[
    "state",
    "state force",
    "armed group",
    "coalition",
    "organisation",
    "person",
    "media",
    "described group",
]
AssertionKind = Literal["participation", "outcome", "attribute", "characterisation", "responsibility"]
RelationKind = Literal[
    "agrees",
    "contradicts",
    "denies",
    "refines",
    "overlaps",
    "revises",
    "summarises",
    "subset_of",
    "not_comparable",
]
