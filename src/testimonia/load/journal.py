"""What was loaded where, so that a run that was cut short goes on where it stopped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from testimonia.errors import OutputError
from testimonia.files import whole_file

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.load.graphs import NamedGraph

__all__ = ["Journal"]


class Journal:
    """A file that holds, for each store, the hash of every graph that it has been seen to hold whole."""

    def __init__(self, path: Path | None, store: str) -> None:
        """Open the journal of a store; without a path nothing is remembered.

        Raises OutputError for a file that is no journal.
        """
        self.path = path
        self.stores = _read(path) if path else {}
        self.graphs = self.stores.setdefault(store, {})

    def knows(self, graph: NamedGraph) -> bool:
        """Tell whether this very graph was loaded before."""
        return self.graphs.get(graph.iri) == graph.sha256

    def enter(self, graph: NamedGraph) -> None:
        """Note that a graph is loaded; `save` writes it down."""
        self.graphs[graph.iri] = graph.sha256

    def save(self) -> None:
        """Write the journal, whole or not at all. Raises OutputError."""
        if self.path is None:
            return
        with whole_file(self.path) as stream:
            stream.write((json.dumps(self.stores, indent=1, sort_keys=True) + "\n").encode())


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        found: dict[str, dict[str, str]] = json.loads(path.read_bytes())
        if all(isinstance(graphs, dict) for graphs in found.values()):
            return found
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError) as error:
        raise OutputError(f"{path}: not a journal that testimonia wrote; see --journal.") from error
    raise OutputError(f"{path}: not a journal that testimonia wrote; see --journal.")
