"""Writing a site: who makes which files, and how they come into the folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from testimonia.pages import Frame, open_library
from testimonia.pages.gathering import Gatherer
from testimonia.pages.register import Register
from testimonia.pages.tellers import Tellers
from testimonia.pages.terms import list_schemes
from testimonia.publish.catalogue import catalogue_files
from testimonia.publish.data import data_files
from testimonia.publish.dumps import dump_files
from testimonia.publish.events import event_files
from testimonia.publish.files import static_files
from testimonia.publish.finding import finding_files
from testimonia.publish.folder import Folder, Written
from testimonia.publish.layout import OWN, Layout
from testimonia.publish.overview import data_page_files
from testimonia.publish.servers import server_files
from testimonia.publish.subjects import documents_of, subjects_of
from testimonia.publish.voices import actor_files, place_files, way_files
from testimonia.publish.void import void_files
from testimonia.publish.words import word_files
from testimonia.query import base_of
from testimonia.validate import Texts
from testimonia.vocab import SH, TM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Store

    from testimonia.pages import Library
    from testimonia.pages.shelf import Shelf

__all__ = ["Published", "Site", "SiteOptions", "publish_site"]


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What the user chose."""

    language: str = "en-GB"
    """How days and numbers are written."""
    policy: str = ""
    """Under which policy figures are estimated, "" for none."""
    address: str = ""
    """Where the site will be on the web, ending in "/"; "" where it is not known."""


@dataclass(frozen=True)
class Site:
    """What the makers of files work from."""

    graph: Store
    """The graph as it was read, with its named graphs."""
    library: Library
    """The graph as a whole, and the vocabulary."""
    gatherer: Gatherer
    """Who makes the dossiers of events."""
    options: SiteOptions
    register: Register = field(default_factory=Register)
    """What the events told of themselves, of actors and places; filled while the events are written."""
    written: dict[str, Written] = field(default_factory=dict)
    """Place to size and checksum of each file; filled as they are written."""

    @cached_property
    def base(self) -> str:
        """What the IRIs of the data begin with."""
        return base_of(self.library.data)

    @cached_property
    def layout(self) -> Layout:
        """Where things lie."""
        return Layout(self.base, self.concepts.union(self._wholes, (TM.rstrip("#"), SH.rstrip("#"))))

    @cached_property
    def _wholes(self) -> frozenset[str]:
        """The IRIs of the data that have a page: of what belongs to a whole that of the whole."""
        pages = {*self.gatherer.events, *self.gatherer.actors, *self.gatherer.places}
        paths = (iri.removeprefix(self.base) for iri in self.documents() if iri.startswith(self.base))
        return frozenset(
            pages.union(self.base + Layout.whole(path) for path in paths if path.split("/")[0] not in OWN)
        )

    @cached_property
    def subjects(self) -> Shelf[None]:
        """What the data says anything of, as N-Triples writes it, in order."""
        return subjects_of(self.library.data)

    def documents(self) -> Iterator[str]:
        """Give the IRIs without fragment that anything is said of, in the data and in the vocabulary."""
        return documents_of(self.subjects.keys(), subjects_of(self.library.vocabulary).keys())

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The IRIs of the concepts of the vocabulary and of their schemes."""
        schemes = list_schemes(self.library)
        concepts = {concept.iri for scheme in schemes for concept in scheme.concepts}
        return frozenset(concepts.union(scheme.iri for scheme in schemes))

    @cached_property
    def frame(self) -> Frame:
        """What renders the pages."""
        return Frame(self.layout, self.options.language)


@dataclass(frozen=True, slots=True)
class Published:
    """What was written."""

    events: int
    files: int
    size: int
    """Bytes of all files."""
    changed: int
    """How many files were new, or others than before."""
    removed: int
    """How many files of an earlier site are gone."""


_MAKERS: tuple[Callable[[Site], Iterable[tuple[str, bytes | Iterable[bytes]]]], ...] = (
    static_files,
    event_files,
    actor_files,
    place_files,
    way_files,
    word_files,
    data_files,
    dump_files,
    data_page_files,
    catalogue_files,
    void_files,
    server_files,
    finding_files,
)
"""Each takes the `Site` and gives pairs of place and content. The events fill the register of the others,
the dumps come before what tells of them, and the site map, which lists the pages, comes last."""


def publish_site(
    graph: Store,
    folder: Path,
    write: Callable[[Path, Iterable[bytes]], None],
    texts: Texts | None = None,
    options: SiteOptions | None = None,
) -> Published:
    """Write the site of a graph into a folder; `write` writes one file whole, from the pieces it gets.

    A file that is there already is left as it is; what an earlier site had and this one has not is removed.
    `texts` are the articles that are at hand, to be shown with the words of each claim highlighted. Raises
    UsageError without the extra `site` or for an unknown language or policy, OutputError from `write`.
    """
    chosen = options or SiteOptions()
    library = open_library(graph)
    site = Site(
        graph, library, Gatherer(library.data, texts or Texts(), chosen.policy, Tellers(graph)), chosen
    )
    kept = Folder(folder, write, site.written)
    for maker in _MAKERS:
        for place, content in maker(site):
            kept.put(place, content)
    kept.finish()
    size = sum(file.size for file in site.written.values())
    return Published(len(site.gatherer.events), len(site.written), size, kept.changed, kept.removed)
