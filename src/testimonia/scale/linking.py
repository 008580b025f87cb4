"""The file of links beside a folder of graphs, and the graph that is made of it.

The file is the users' own: nothing that is built touches it. What it says is written as a graph of its
own beside the articles, in their formats, again after every build, so that decisions outlive it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.files import write_whole
from testimonia.links import FILE_NAME, read_links
from testimonia.mapping import map_links
from testimonia.pipeline import FORMATS
from testimonia.serialize import serialize_all

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from testimonia.links import LinkTable

__all__ = ["keep_links", "link_files", "links_for"]

_STEM = FILE_NAME.removesuffix(".tsv")
"""No article has it: the names of articles hold no point."""


def links_for(folder: Path | None, named: str | None = None) -> LinkTable | None:
    """Read the file of links that is named, else the one in a folder; None where there is none.

    Raises LinksError naming file, line and words where it is wrong.
    """
    if named is not None:
        return read_links(named)
    place = folder / FILE_NAME if folder else None
    return read_links(place) if place and place.is_file() else None


def link_files(table: LinkTable, formats: Iterable[str]) -> dict[str, bytes]:
    """Give the graph of a file of links: file name to content, one a format."""
    written = serialize_all(map_links(table), formats)
    return {f"{_STEM}.{FORMATS[name]}": data for name, data in written.items()}


def keep_links(folder: Path, table: LinkTable) -> None:
    """Write the graph of a file of links into a folder, in the formats of the articles that are there."""
    there = {path.suffix for path in folder.rglob("*.*") if not path.name.startswith(_STEM)}
    formats = [name for name, suffix in FORMATS.items() if f".{suffix}" in there]
    for name, data in link_files(table, formats).items():
        write_whole(folder / name, data)
