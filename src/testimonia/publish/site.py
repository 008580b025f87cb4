"""Writing a site: who makes which files, and how they come into the folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from testimonia.pages import Frame, open_library
from testimonia.pages.dossier import gather
from testimonia.publish.events import event_files, index_files
from testimonia.publish.files import static_files
from testimonia.publish.layout import Layout
from testimonia.query import base_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pyoxigraph import Store

    from testimonia.pages import Library
    from testimonia.pages.dossier import Dossier

__all__ = ["Published", "Site", "publish_site"]


@dataclass(frozen=True)
class Site:
    """What the makers of files work from."""

    library: Library
    """The graph as a whole, and the vocabulary."""
    dossiers: tuple[Dossier, ...]
    base: str
    """What the IRIs of the data begin with."""
    language: str = "en"

    @cached_property
    def layout(self) -> Layout:
        """Where things lie."""
        return Layout(self.base, frozenset(dossier.event for dossier in self.dossiers))

    @cached_property
    def frame(self) -> Frame:
        """What renders the pages."""
        return Frame(self.layout, self.language)


@dataclass(frozen=True, slots=True)
class Published:
    """What was written."""

    events: int
    files: int
    size: int
    """Bytes of all files."""


_MAKERS = (static_files, index_files, event_files)
"""Each takes the `Site` and gives pairs of place and bytes."""


def publish_site(
    graph: Store, folder: Path, write: Callable[[Path, bytes], None], *, language: str = "en"
) -> Published:
    """Write the site of a graph into a folder; `write` writes one file whole.

    Raises UsageError without the extra `site` or for an unknown language, OutputError from `write`.
    """
    library = open_library(graph)
    dossiers = gather(library.data)
    site = Site(library, dossiers, base_of(library.data), language)
    files = size = 0
    for place, data in _made(site):
        write(folder / place, data)
        files += 1
        size += len(data)
    return Published(len(dossiers), files, size)


def _made(site: Site) -> Iterable[tuple[str, bytes]]:
    for maker in _MAKERS:
        yield from maker(site)
