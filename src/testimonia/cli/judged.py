"""What `reconcile` and `review` share: where the file of links lies, how it is kept, what is wrong in it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia import __version__
from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from pyoxigraph import Store

    from testimonia.links import LinkTable

__all__ = ["day_of", "keep", "links_place", "tell_conflicts"]


def links_place(arguments: argparse.Namespace) -> Path:
    """Give the path of the file of links: as it is named, else in the folder of the graph."""
    from testimonia.links import FILE_NAME

    if arguments.links is not None:
        return Path(arguments.links)
    folder = Path(arguments.graph)
    if not folder.is_dir():
        raise UsageError(f"{arguments.graph} is no folder that could hold {FILE_NAME}; say --links FILE.")
    return folder / FILE_NAME


def keep(table: LinkTable, place: Path, graph: Path) -> None:
    """Write the file of links and, where the graph is a folder, the graph of it there.

    What was accepted as one thing is one event, so the relations across articles are found again.
    """
    from testimonia.files import write_whole
    from testimonia.scale import OutputFolder
    from testimonia.scale.linking import keep_links

    write_whole(place, table.write())
    if graph.is_dir():
        keep_links(graph, table)
        OutputFolder(graph, __version__).relate(table)


def day_of(arguments: argparse.Namespace) -> str:
    """Give the day of a decision: as it is named, else today."""
    if arguments.date is None:
        return date.today().isoformat()  # noqa: DTZ011 - the day of whoever decides, where they are
    try:
        return date.fromisoformat(arguments.date).isoformat()
    except ValueError as error:
        raise UsageError(f"--date {arguments.date}: a day such as 2026-05-31 is needed.") from error


def tell_conflicts(table: LinkTable, place: Path, store: Store) -> None:
    """Tell on standard error of decisions that do not go together, or not with the graph."""
    from testimonia.query.nodes import Nodes
    from testimonia.reconcile.judging import find_conflicts

    nodes = Nodes(store)
    for conflict in find_conflicts(table, lambda iri: bool(nodes.one(iri, "rdf:type"))):
        print(f"{place}: {conflict.says}.", file=sys.stderr)
