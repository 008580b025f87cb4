"""HTML for people: a page for each IRI, the first page, the page to ask on, and errors.

This is the seam: the server asks a `Renderer` and knows nothing of HTML itself, so that another one,
such as that of the static site, can take over. The templates escape whatever they are given.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from testimonia.query import list_queries
from testimonia.query.accounts import give_account
from testimonia.serialize import serialize
from testimonia.vocab import PREFIXES, term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from pyoxigraph import Quad

    from testimonia.query import Account
    from testimonia.serve.catalogue import Catalogue
    from testimonia.serve.names import Names
    from testimonia.serve.resources import Description, Library

__all__ = ["Pages", "Property", "Renderer", "Value"]

_VALUES = 100
"""How many values of one property a page shows."""


class Renderer(Protocol):
    """Whoever turns what the graph says into HTML."""

    def resource(self, found: Description) -> str:
        """Give the page of a document."""

    def index(self, catalogue: Catalogue, number: int) -> str:
        """Give the first page, with one page of the list of events, counted from 1."""

    def query(self, limits: dict[str, float]) -> str:
        """Give the page to ask on; `limits` has "seconds" and "rows"."""

    def error(self, status: int, sentence: str) -> str:
        """Give the page that tells what is wrong."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value as a page shows it."""

    words: str
    href: str = ""
    """Where it leads, "" for a literal."""
    language: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property with its values, or the things that point here by it."""

    name: str
    iri: str
    href: str
    values: tuple[Value, ...]
    more: int = 0
    """How many values there are beyond those."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The plain pages of this server."""

    library: Library
    names: Names

    def resource(self, found: Description) -> str:
        """Give the page of a document."""
        parts: dict[str, list[Quad]] = defaultdict(list)
        for quad in found.triples:
            parts[str(quad.subject)[1:-1]].append(quad)  # subjects here are IRIs: <…>
        own = parts.pop(found.iri, [])
        return _render(
            "resource.html",
            title=self.library.label(found.iri) or _curie(found.iri),
            kinds=self._kinds(own),
            iri=found.iri,
            path=(self.names.path(found.iri) or "").lstrip("/"),
            account=self._account(found),
            path_of=lambda iri: self.names.path(iri) or iri,
            properties=self._properties(own, outward=True),
            parts=[
                (self.library.label(iri) or _curie(iri), iri, self._properties(said, outward=True))
                for iri, said in sorted(parts.items())
            ],
            links=self._properties(found.links, outward=False),
            cut=found.cut,
            jsonld=_embedded(found),
        )

    def index(self, catalogue: Catalogue, number: int) -> str:
        """Give the first page, with one page of the list of events."""
        events = [
            (label, self.names.path(iri) or iri, start) for iri, label, start in catalogue.events(number)
        ]
        return _render(
            "index.html", title="Testimonia", facts=catalogue.facts, events=events, number=number,
            pages=catalogue.pages,
        )  # fmt: skip

    def query(self, limits: dict[str, float]) -> str:
        """Give the page to ask on."""
        named = [
            {"name": q.name, "title": q.title, "purpose": q.purpose, "sparql": q.sparql}
            for q in list_queries()
        ]
        return _render(
            "query.html", title="Ask", queries=named, limits=limits,
            papers=_script({"queries": named, "prefixes": PREFIXES, "spaces": self.names.spaces}),
        )  # fmt: skip

    def error(self, status: int, sentence: str) -> str:
        """Give the page that tells what is wrong."""
        return _render("error.html", title=f"{status}", sentence=sentence)

    def _kinds(self, own: Iterable[Quad]) -> list[Value]:
        kinds = [quad.object for quad in own if quad.predicate.value == term("rdf:type")]
        return [self._value(kind) for kind in kinds]

    def _account(self, found: Description) -> Account | None:
        """Tell where a record was read, if it was."""
        if found.store is not self.library.data:
            return None
        account = give_account(found.store, found.iri)
        return account if account.witnesses or account.rivals else None

    def _properties(self, quads: Iterable[Quad], *, outward: bool) -> list[Property]:
        """Group triples by their property, ours first, each with its values by name."""
        grouped: dict[str, list[Value]] = defaultdict(list)
        for quad in quads:
            grouped[quad.predicate.value].append(self._value(quad.object if outward else quad.subject))
        made = [
            Property(
                self.library.label(iri) or _curie(iri),
                iri,
                self.names.path(iri) or iri,
                tuple(sorted(values, key=lambda value: (value.words, value.href))[:_VALUES]),
                max(0, len(values) - _VALUES),
            )
            for iri, values in grouped.items()
        ]
        return sorted(made, key=lambda one: (not one.iri.startswith(PREFIXES["rdfs"]), one.name))

    def _value(self, node: object) -> Value:
        from pyoxigraph import Literal, NamedNode

        if isinstance(node, NamedNode):
            iri = node.value
            href = self.names.path(iri) or (iri if iri.startswith(("http://", "https://")) else "")
            return Value(self.library.label(iri) or _curie(iri), href, iri=iri)
        if isinstance(node, Literal):
            return Value(node.value, language=node.language or "")
        return Value(str(node))


def _curie(iri: str) -> str:
    """Shorten an IRI with one of our prefixes."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and len(iri) > len(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri.rpartition("/")[2] or iri


def _embedded(found: Description) -> str:
    """Write the triples of a document as JSON-LD that can stand inside a page."""
    return _script(json.loads(serialize(found.triples, "jsonld")))


def _script(value: object) -> str:
    """Write JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")


def _render(template: str, **values: object) -> str:
    return _templates().get_template(template).render(**values)


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
