"""A sentence for people where a shape has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.validate.look import words

if TYPE_CHECKING:
    from testimonia.validate.finding import Finding

__all__ = ["default_sentence"]

_SENTENCES = {
    "And": "{value} does not conform to every shape that it must.",
    "Class": "{value} is not of the class that it must be of.",
    "Closed": "The property {path} is not among those that are allowed here.",
    "Datatype": "{value} is not of the datatype that it must be of.",
    "Disjoint": "{value} is a value of two properties that must not share one.",
    "Equals": "{value} is a value of one of two properties that must have the same values.",
    "HasValue": "A value that must be there is missing from {path}.",
    "In": "{value} is not among the values that are allowed.",
    "LanguageIn": "{value} is not in one of the languages that are allowed.",
    "LessThan": "{value} is not less than the value that it is compared with.",
    "LessThanOrEquals": "{value} is greater than the value that it is compared with.",
    "MaxCount": "There are too many values of {path}.",
    "MaxExclusive": "{value} is not below the limit.",
    "MaxInclusive": "{value} is above the limit.",
    "MaxLength": "{value} is too long.",
    "MinCount": "There are too few values of {path}.",
    "MinExclusive": "{value} is not above the limit.",
    "MinInclusive": "{value} is below the limit.",
    "MinLength": "{value} is too short.",
    "Node": "{value} does not conform to the shape that it must conform to.",
    "NodeKind": "{value} is not the kind of node that it must be: an IRI, a literal or a blank node.",
    "Not": "{value} conforms to a shape that it must not conform to.",
    "Or": "{value} conforms to none of the shapes of which it must conform to one.",
    "Pattern": "{value} is not written as it must be.",
    "QualifiedMaxCount": "Too many values of {path} are of one kind.",
    "QualifiedMinCount": "Too few values of {path} are of one kind.",
    "SPARQL": "The node does not meet a condition of the shape.",
    "UniqueLang": "Two values of {path} are in the same language.",
    "Xone": "{value} does not conform to just one of the shapes.",
}
"""Constraint component, without its ending, to the sentence."""


def default_sentence(finding: Finding) -> str:
    """Say what is wrong by the constraint component alone."""
    name = finding.component.removesuffix("ConstraintComponent")
    value = "" if finding.value is None else f"«{words(finding.value)}»"
    sentence = _SENTENCES.get(name, "The node does not conform to a constraint of the shape.")
    return sentence.format(value=value, path=finding.path or "the node")
