"""The pages of the server: those of `testimonia.pages`, at the server's own addresses.

This is the seam: the server asks a `Renderer` and knows nothing of HTML itself.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from starlette.exceptions import HTTPException

from testimonia.pages import Frame, script_json
from testimonia.pages.actor import actor_pages, claimant_pages
from testimonia.pages.dossiers import Dossiers
from testimonia.pages.event import event_pages
from testimonia.pages.gathering import Gatherer
from testimonia.pages.place import place_pages
from testimonia.pages.plain import classes_of, plain_page
from testimonia.pages.revision import REVISION, with_mentions
from testimonia.pages.tellers import Tellers
from testimonia.pages.ways import FRONT
from testimonia.pages.words import ontology_page, shapes_page
from testimonia.query import list_queries
from testimonia.serve.gathered import Gathered
from testimonia.validate import Texts
from testimonia.vocab import PREFIXES, TM, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages import Description, Library
    from testimonia.pages.sheets import Sheet
    from testimonia.serve.catalogue import Catalogue
    from testimonia.serve.limits import Limits
    from testimonia.serve.names import Names

__all__ = ["PageOptions", "Pages", "Renderer"]

_TABLES = (("csv", "CSV"), ("json", "JSON"), ("xml", "XML"), ("tsv", "TSV"))
_GRAPHS = (("ttl", "Turtle"), ("jsonld", "JSON-LD"), ("nt", "N-Triples"))
"""Files that an answer is offered as: what the endpoint calls the form, and what people call it."""
_LONGEST = 8000
"""Characters of a query that still goes into the address of a link."""


class Renderer(Protocol):
    """Whoever turns what the graph says into HTML."""

    def resource(self, found: Description, sheet: str = "") -> str | None:
        """Give the page of a document, or a sheet of it; None where there is no such sheet."""

    def claimant(self, iri: str, sheet: str = "") -> str | None:
        """Give the page that compares the figures of an actor with those of others; None without one."""

    @property
    def settled(self) -> bool:
        """Tell whether pages stay as they are, so that they can be remembered."""

    def words(self, iri: str) -> str:
        """Give the page of the ontology or of the shapes."""

    def way(self, place: str) -> bytes | None:
        """Give a list, the page to search on or a part of its index; None for other places."""

    def index(self, catalogue: Catalogue, number: int) -> str | bytes:
        """Give the first page, or one page of the plain list of events, counted from 1."""

    def query(
        self, limits: Limits, asked: str = "", answer: dict[str, Any] | None = None, told: str = ""
    ) -> str:
        """Give the page to ask on, with a query and its answer, or why there is none.

        `answer` is what `testimonia.serve.shown.beginning` makes.
        """

    def error(self, status: int, sentence: str) -> str:
        """Give the page that tells what is wrong."""


@dataclass(frozen=True)
class PageOptions:
    """What the user chose for the pages."""

    texts: Texts = field(default_factory=Texts)
    """The articles that are at hand, to be shown with the words of each claim highlighted."""
    language: str = "en-GB"
    """How days and numbers are written."""
    policy: str = ""
    """Under which policy figures are estimated, "" for none."""


@dataclass(frozen=True)
class Pages:
    """The pages of this server."""

    library: Library
    names: Names
    options: PageOptions = field(default_factory=PageOptions)
    soon: bool = True
    """Whether all events are gone through within seconds, so that who asks for what needs that can wait."""

    @cached_property
    def _frame(self) -> Frame:
        return Frame(self.names, self.options.language, live=True)

    @cached_property
    def _gatherer(self) -> Gatherer:
        data = self.library.data
        return Gatherer(data, self.options.texts, self.options.policy, Tellers(data))

    @cached_property
    def _gathered(self) -> Gathered:
        return Gathered(self._gatherer, self._dossiers, self._frame)

    @cached_property
    def _dossiers(self) -> Dossiers:
        return Dossiers(self._gatherer)

    def resource(self, found: Description, sheet: str = "") -> str | None:
        """Give the page of a document, or a sheet of it; None where there is no such sheet."""
        path = self.names.page(found.iri) or ""
        return self._sheet(self._pages(found, path), path, sheet)

    def claimant(self, iri: str, sheet: str = "") -> str | None:
        """Give the page that compares the figures of an actor with those of others; None without one."""
        if iri not in self._gathered.register.rivals:
            return None
        path, register = self.names.claimant(iri), self._gathered.register
        actor = self._gatherer.actor(iri)
        return self._sheet(
            self._sheets(path, claimant_pages(self._frame, actor, register, path)), path, sheet
        )

    def words(self, iri: str) -> str:
        """Give the page of the ontology or of the shapes."""
        write = ontology_page if iri == TM.rstrip("#") else shapes_page
        return write(self._frame, self.library, self.names.page(iri) or "")

    def way(self, place: str) -> bytes | None:
        """Give a list, the page to search on or a part of its index; None for other places."""
        return self._gathered.ways.get(place)

    @property
    def settled(self) -> bool:
        """Tell whether pages stay as they are; of a large graph, those of actors are plain at first."""
        return self.soon or self._gathered.ready

    def _pages(self, found: Description, path: str) -> Iterator[tuple[str, str]]:
        """Give the sheets of the page of a document, by their places."""
        kinds = classes_of(found)
        if found.iri == TM.rstrip("#"):
            yield path, self.words(found.iri)
        elif term("tm:ConflictEvent") in kinds:
            yield from self._event(found.iri, path)
        elif self.settled and term("tm:Actor") in kinds and term("tm:DescribedGroup") not in kinds:
            yield from self._actor(found.iri, path)
        elif self.settled and term("tm:Place") in kinds:
            place = self._gatherer.place(found.iri)
            yield from self._sheets(path, place_pages(self._frame, place, self._gathered.register, path))
        else:
            told = with_mentions(self.library, found) if REVISION in kinds else found
            yield path, plain_page(self._frame, self.library, told, path)

    def _event(self, iri: str, path: str) -> Iterator[tuple[str, str]]:
        """Give the pages of an event, from what is around it alone."""
        return event_pages(self._frame, next(self._dossiers.of(iri)), path)

    def _actor(self, iri: str, path: str) -> Iterator[tuple[str, str]]:
        register = self._gathered.register
        claimant = self.names.claimant(iri) if iri in register.rivals else ""
        made = actor_pages(self._frame, self._gatherer.actor(iri), register, path, claimant)
        return self._sheets(path, made)

    def _sheets(self, path: str, made: Iterator[tuple[Sheet, str]]) -> Iterator[tuple[str, str]]:
        return ((self.names.sheet(path, sheet.number), page) for sheet, page in made)

    def _sheet(self, pages: Iterator[tuple[str, str]], path: str, sheet: str) -> str | None:
        asked = self.names.sheet(path, sheet or 1)
        return next((page for place, page in pages if place == asked), None)

    def index(self, catalogue: Catalogue, number: int) -> str | bytes:
        """Give the first page, or one page of the plain list of events, counted from 1.

        Until all events have been gone through, the list is the first page, too.
        """
        with suppress(HTTPException):
            if number == 1 and self.settled and (front := self.way(FRONT)):
                return front
        return self._frame.render(
            "index.html",
            "",
            title="Testimonia",
            facts=catalogue.facts,
            events=catalogue.events(number),
            sheet=number,
            sheets=catalogue.pages,
        )

    def query(
        self, limits: Limits, asked: str = "", answer: dict[str, Any] | None = None, told: str = ""
    ) -> str:
        """Give the page to ask on, with a query and its answer, or why there is none."""
        named = [
            {"name": q.name, "title": q.title, "purpose": q.purpose, "sparql": q.sparql}
            for q in list_queries()
        ]
        papers = script_json({"queries": named, "prefixes": PREFIXES, "spaces": self.names.spaces})
        return self._frame.render(
            "query.html",
            "query",
            title="Ask",
            queries=named,
            limits=limits,
            papers=papers,
            asked=asked,
            answer=answer,
            told=told,
            short=self._short,
            files=[] if len(asked) > _LONGEST else _GRAPHS if "turtle" in (answer or {}) else _TABLES,
        )

    def _short(self, iri: str) -> str:
        """Write an IRI as people read it: without what the data's IRIs begin with, or with a prefix."""
        if iri.startswith(self.names.base):
            return iri.removeprefix(self.names.base)
        known = ((name, space) for name, space in PREFIXES.items() if iri.startswith(space))
        return next((f"{name}:{iri.removeprefix(space)}" for name, space in known), iri)

    def error(self, status: int, sentence: str) -> str:
        """Give the page that tells what is wrong."""
        return self._frame.render("error.html", "", title=f"{status}", sentence=sentence)
