"""The metadata of the file: YAML in comments above the rows.

It is kept line by line as people wrote it. Only the prefixes are read, to which new ones are added, and
what other programs have moved there because all rows had it in common.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.errors import LinksError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["plain_lines", "read_common", "read_prefixes", "with_prefixes", "write_metadata"]

_ENTRY = re.compile(r"\s+(?P<prefix>[\"']?[\w.-]+[\"']?)\s*:\s+(?P<space>\S+)\s*")
_MAP = "curie_map:"
_COMMON = ("curation_rule_text", "mapping_date", "mapping_provider", "mapping_tool", "object_source")
"""Columns of ours that SSSOM lets stand once for all rows ("propagatable slots")."""


def write_metadata(
    base: str, prefixes: Mapping[str, str], extensions: Mapping[str, tuple[str, str]]
) -> tuple[str, ...]:
    """Write the metadata of a new file: what it is, what its prefixes mean, which columns it adds.

    `extensions` gives the IRI of the property and of the datatype of each column that SSSOM does not have.
    """
    lines = [
        f"mapping_set_id: {base}links",
        "mapping_set_title: Links to other data sets",
        "license: https://w3id.org/sssom/license/unspecified",
        "comment: >-",
        "  tm:mayBe is a candidate and says nothing. To accept it, write skos:exactMatch or skos:closeMatch",
        "  into predicate_id, your name into author_label and the day into mapping_date. To reject it, write",
        "  Not into predicate_modifier.",
        _MAP,
        *(f"  {name}: {space}" for name, space in sorted(prefixes.items())),
        "extension_definitions:",
    ]
    for name, (meaning, datatype) in extensions.items():
        lines += [f"  - slot_name: {name}", f"    property: {meaning}", f"    type_hint: {datatype}"]
    return tuple(lines)


def plain_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """Take away the space that some programs write between "#" and every line."""
    spaced = all(line.startswith(" ") for line in lines if line)
    return tuple(line[1:] for line in lines) if spaced else tuple(lines)


def read_common(metadata: Sequence[str]) -> dict[str, str]:
    """Read what is said once for all rows: column to value, several values joined as in a cell."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in metadata:
        name, colon, value = line.partition(":")
        if line.lstrip().startswith("- "):
            value = line.lstrip()[2:]
        else:
            key = name if colon and name in _COMMON else ""
        if key and value.strip():
            found.setdefault(key, []).append(value.strip().strip("\"'"))
    return {name: "|".join(values) for name, values in found.items()}


def read_prefixes(metadata: Sequence[str]) -> dict[str, str]:
    """Read the prefixes; raises LinksError for a line among them that is not "prefix: namespace"."""
    prefixes: dict[str, str] = {}
    for number in _entries(metadata):
        match = _ENTRY.fullmatch(metadata[number])
        if match is None:
            raise LinksError(f"{number + 1}: «{metadata[number].strip()}» is no prefix with its namespace")
        prefixes[match["prefix"].strip("\"'")] = match["space"].strip("\"'")
    return prefixes


def with_prefixes(metadata: Sequence[str], wanted: Mapping[str, str]) -> tuple[str, ...]:
    """Add prefixes that are not declared yet, behind those that are."""
    known = read_prefixes(metadata)
    lines = list(metadata)
    added = [f"  {name}: {space}" for name, space in sorted(wanted.items()) if name not in known]
    if added and _MAP not in (line.rstrip() for line in lines):
        lines.append(_MAP)
    places = _entries(lines)
    end = places[-1] + 1 if places else _start(lines) + 1
    return (*lines[:end], *added, *lines[end:])


def _entries(metadata: Sequence[str]) -> list[int]:
    """Give the numbers of the lines below curie_map that are indented."""
    start = _start(metadata)
    found: list[int] = []
    for number in range(start + 1, len(metadata)) if start >= 0 else ():
        line = metadata[number]
        if line.strip() and not line[0].isspace():
            break
        if line.strip():
            found.append(number)
    return found


def _start(metadata: Iterable[str]) -> int:
    """Give the number of the line curie_map, -1 where there is none; nothing may stand behind it."""
    for number, line in enumerate(metadata):
        if line.startswith(_MAP):
            if line.rstrip() != _MAP:
                raise LinksError(
                    f"{number + 1}: «{line.strip()}»: prefixes have to stand on lines of their own"
                )
            return number
    return -1
