"""QuickStatements, version 1: one line a statement, cells parted by tabs.

The tool adds a statement, or, where the item has one with the same value, adds qualifiers and
references to that. Two claims with one value and different voices would so become one statement that
mixes them: only the first is written, the others are told of. No line begins with "-", none sets a
rank: nothing is removed, deprecated or changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.export.snaks import Amount, Item, Moment, Text, Value, Worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.export.snaks import WikidataStatement

__all__ = ["write_quickstatements"]

_SYNTAX = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "|": "¦", '"': "'", "“": "'", "”": "'"})
"""What parts cells and lines, or ends a string, and cannot be escaped."""


def write_quickstatements(statements: Iterable[WikidataStatement]) -> bytes:
    """Write statements as commands, one a line, in UTF-8."""
    return "".join(f"{_command(statement)}\n" for statement in statements).encode()


def _command(statement: WikidataStatement) -> str:
    cells = [statement.item, statement.main.property, _value(statement.main.value)]
    for snak in statement.qualifiers:
        cells += [snak.property, _value(snak.value)]
    for snak in statement.reference:
        cells += [snak.property.replace("P", "S"), _value(snak.value)]
    return "\t".join(cells)


def _value(value: Value) -> str:
    match value:
        case Amount(amount, low, high):
            return str(amount) if low is None else f"{amount}[{low},{high}]"
        case Item(id):
            return id
        case Moment():
            return f"{value.time}/{value.precision}{'/J' if value.julian else ''}"
        case Text(words):
            return f'"{_plain(words)}"'
        case Worded(words, language):
            return f'{language}:"{_plain(words)}"'
        case _:
            return value


def _plain(words: str) -> str:
    # A comment would end the command, and its text would become the summary of the edit.
    return re.sub(r"/\*|\*/", "", words.translate(_SYNTAX)).strip()
