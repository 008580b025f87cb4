"""Writing a site: who makes which files, and how they come into the folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from testimonia.errors import UsageError
from testimonia.graphs import Kept
from testimonia.pages import Frame, open_library
from testimonia.pages.dossiers import Dossiers
from testimonia.pages.gathering import Gatherer
from testimonia.pages.register import Register
from testimonia.pages.tellers import Tellers
from testimonia.pages.terms import list_schemes
from testimonia.publish.catalogue import catalogue_files
from testimonia.publish.crew import Crew, crew_of
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

    Makers = tuple[Callable[["Site"], Iterable[tuple[str, bytes | Iterable[bytes]]]], ...]

    from pyoxigraph import Store

    from testimonia.pages import Library
    from testimonia.pages.shelf import Shelf

__all__ = ["Published", "Site", "SiteOptions", "publish_site"]

Item = TypeVar("Item")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What the user chose."""

    language: str = "en-GB"
    """How days and numbers are written."""
    policy: str = ""
    """Under which policy figures are estimated, "" for none."""
    address: str = ""
    """Where the site will be on the web, ending in "/"; "" where it is not known."""
    workers: int = 1
    """How many processes make the files; more than one need a store on disk."""


@dataclass
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
    known: frozenset[str] | None = None
    """The IRIs that pages tell of, None where they are yet to be looked up."""
    crew: Crew = field(default_factory=Crew)
    """Who makes the files."""

    def each(self, make: Callable[[Site, Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """Give what a function makes of each item, in their order, whoever does it."""
        return self.crew.each(self, make, items)

    @cached_property
    def base(self) -> str:
        """What the IRIs of the data begin with."""
        return base_of(self.library.data)

    @cached_property
    def layout(self) -> Layout:
        """Where things lie."""
        known = self.known
        if known is None:
            known = self.concepts.union(self._wholes, (TM.rstrip("#"), SH.rstrip("#")))
        return Layout(self.base, known)

    @cached_property
    def dossiers(self) -> Dossiers:
        """What cuts events out of the graph."""
        return Dossiers(self.gatherer)

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


_MAKERS: Makers = (
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
    graph: Store | Kept,
    folder: Path,
    write: Callable[[Path, Iterable[bytes]], None],
    texts: Texts | None = None,
    options: SiteOptions | None = None,
) -> Published:
    """Write the site of a graph into a folder; `write` writes one file whole, from the pieces it gets.

    A file that is there already is left as it is; what an earlier site had and this one has not is removed.
    `texts` are the articles that are at hand, to be shown with the words of each claim highlighted. The bytes
    are the same however many workers there are. Raises UsageError without the extra `site`, for an unknown
    language or policy, and for several workers without a store on disk; OutputError from `write`.
    """
    chosen, at_hand = options or SiteOptions(), texts or Texts()
    if chosen.workers > 1 and not isinstance(graph, Kept):
        raise UsageError(f"{chosen.workers} workers need a store on disk, which each of them can open.")
    site = _open(graph, at_hand, chosen)
    kept = Folder(folder, write, site.written)
    with crew_of(chosen.workers, partial(_open, graph, at_hand, chosen, site.layout.known)) as site.crew:
        for maker in _MAKERS:
            for place, content in maker(site):
                kept.put(place, content)
    kept.finish()
    size = sum(file.size for file in site.written.values())
    return Published(len(site.gatherer.events), len(site.written), size, kept.changed, kept.removed)


def _open(
    graph: Store | Kept, texts: Texts, options: SiteOptions, known: frozenset[str] | None = None
) -> Site:
    """Open the site of a graph."""
    store = graph.open() if isinstance(graph, Kept) else graph
    library = open_library(store)
    gatherer = Gatherer(library.data, texts, options.policy, Tellers(store))
    return Site(store, library, gatherer, options, known=known)
