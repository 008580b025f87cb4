"""The codes of the shapes: severity and sentence of each, by class."""

from __future__ import annotations

from itertools import groupby

from testimonia.validate import shape_rules

__all__ = ["write"]

_WORDS = {"violation": "violation", "warning": "warning", "info": "note"}
_LETTERS = {
    "A": "Actors",
    "B": "Cited sources",
    "C": "Claims",
    "D": "Candidates",
    "E": "Events",
    "F": "Estimated figures",
    "H": "Happenings",
    "J": "Accepted links",
    "K": "Comparisons",
    "L": "Places",
    "M": "Mentions",
    "N": "Sections",
    "O": "Offices",
    "P": "Participations",
    "Q": "Quantities",
    "R": "Readings",
    "S": "Statements",
    "T": "Time spans",
    "U": "Unexplained figures",
    "V": "Articles and revisions",
    "X": "Runs",
    "Y": "Sides",
}
"""First letter of a code to what its shapes guard."""


def write() -> str:
    """Write a table for each class; each code can be linked to."""
    parts: list[str] = []
    for letter, rules in groupby(shape_rules(), key=lambda rule: rule.code[0]):
        parts += [f"\n## {_LETTERS[letter]}\n", "| code | severity | sentence |\n|---|---|---|\n"]
        parts += [
            f'| <span id="{one.code}">`{one.code}`</span> | {_WORDS[one.severity]} | {_cell(one.message)} |\n'
            for one in rules
        ]
    return "".join(parts)


def _cell(sentence: str) -> str:
    return sentence.replace("|", "\\|").replace("<", "&lt;").replace("{", "&#123;")
