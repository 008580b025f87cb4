"""Graphs that are written beside the claims of a folder: estimates, and what is compared across articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

__all__ = ["target_of", "write_beside"]

_FORMATS = {".trig": "trig", ".nq": "nquads", ".ttl": "turtle", ".jsonld": "jsonld"}
"""Suffixes of what may be written; the last two cannot name the graph."""


def target_of(graph: str, output: str | None, name: str, what: str) -> Path | None:
    """Say where a graph goes: into the folder of the claims unless told; None is standard output.

    Raises UsageError where there is no such folder, or the suffix is none of ours.
    """
    if output == "-" or (output is None and graph == "-"):
        return None
    if output is None and not Path(graph).is_dir():
        raise UsageError(f"{graph} is no folder; say with --output where the {what} are to be written.")
    target = Path(output) if output else Path(graph) / f"{name}.trig"
    if target.suffix not in _FORMATS:
        raise UsageError(f"{target}: the name should end in one of {', '.join(_FORMATS)}.")
    return target


def write_beside(quads: Iterable[Quad], target: Path | None) -> None:
    """Write a graph whole in the form that the name of its file tells, or print it as TriG."""
    from testimonia.cli.pipe import print_bytes
    from testimonia.files import write_whole
    from testimonia.serialize import serialize

    data = serialize(quads, _FORMATS[target.suffix] if target else "trig")
    if target:
        write_whole(target, data)
    else:
        print_bytes(data)
