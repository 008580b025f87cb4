"""The pages of the server: those of `testimonia.pages`, at the server's own addresses.

This is the seam: the server asks a `Renderer` and knows nothing of HTML itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from testimonia.pages import Frame, script_json
from testimonia.pages.event import event_pages
from testimonia.pages.resource import resource_page
from testimonia.pages.words import ontology_page
from testimonia.query import list_queries
from testimonia.vocab import PREFIXES, TM

if TYPE_CHECKING:
    from testimonia.pages import Description, Library
    from testimonia.pages.gathering import Gatherer
    from testimonia.serve.catalogue import Catalogue
    from testimonia.serve.limits import Limits
    from testimonia.serve.names import Names

__all__ = ["Pages", "Renderer"]

_TABLES = (("csv", "CSV"), ("json", "JSON"), ("xml", "XML"), ("tsv", "TSV"))
_GRAPHS = (("ttl", "Turtle"), ("jsonld", "JSON-LD"), ("nt", "N-Triples"))
"""Files that an answer is offered as: what the endpoint calls the form, and what people call it."""
_LONGEST = 8000
"""Characters of a query that still goes into the address of a link."""


class Renderer(Protocol):
    """Whoever turns what the graph says into HTML."""

    def resource(self, found: Description) -> str:
        """Give the page of a document."""

    def index(self, catalogue: Catalogue, number: int) -> str:
        """Give the first page, with one page of the list of events, counted from 1."""

    def query(
        self, limits: Limits, asked: str = "", answer: dict[str, Any] | None = None, told: str = ""
    ) -> str:
        """Give the page to ask on, with a query and its answer, or why there is none.

        `answer` is what `testimonia.serve.shown.beginning` makes.
        """

    def error(self, status: int, sentence: str) -> str:
        """Give the page that tells what is wrong."""


@dataclass(frozen=True)
class Pages:
    """The pages of this server."""

    library: Library
    names: Names
    gatherer: Gatherer | None = None
    """Who gathers what the page of an event tells; None where the graph is too large to be gone through."""

    @cached_property
    def _events(self) -> frozenset[str]:
        return frozenset(self.gatherer.events) if self.gatherer else frozenset()

    @cached_property
    def _frame(self) -> Frame:
        return Frame(self.names, live=True)

    def resource(self, found: Description) -> str:
        """Give the page of a document: that of a published site for an event and the ontology."""
        path = self.names.page(found.iri) or ""
        if found.iri == TM.rstrip("#"):
            return ontology_page(self._frame, self.library, path)
        if self.gatherer and found.iri in self._events:
            dossier = self.gatherer.dossier(found.iri)
            ((_, page),) = event_pages(self._frame, dossier, path, limit=None)
            return page
        return resource_page(self._frame, self.library, found, path)

    def index(self, catalogue: Catalogue, number: int) -> str:
        """Give the first page, with one page of the list of events."""
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
