"""The plain page of any IRI: its properties, its parts, where it was read, and what points to it."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.pages.frame import script_json
from testimonia.query.accounts import give_account
from testimonia.serialize import serialize_brief
from testimonia.vocab import PREFIXES, term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from testimonia.pages.frame import Frame
    from testimonia.pages.resources import Description, Library
    from testimonia.query import Account

__all__ = ["Property", "Value", "curie", "embedded", "resource_page"]

_VALUES = 100
"""How many values of one property a page shows."""
_PARTS = 60
"""How many parts of a document a page shows."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value as a page shows it."""

    words: str
    iri: str = ""
    """What it is, "" for a literal."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property with its values, or the things that point here by it."""

    name: str
    iri: str
    values: tuple[Value, ...]
    more: int = 0
    """How many values there are beyond those."""


def resource_page(frame: Frame, library: Library, found: Description, path: str) -> str:
    """Give the page of a document, at its place in the site."""
    parts: dict[str, list[Quad]] = defaultdict(list)
    for quad in found.triples:
        parts[str(quad.subject)[1:-1]].append(quad)  # subjects here are IRIs: <…>
    own = parts.pop(found.iri, [])
    shown = sorted(parts.items())[:_PARTS]
    return frame.render(
        "resource.html",
        path,
        title=name_of(library, found.iri),
        kinds=[_value(library, quad.object) for quad in own if quad.predicate.value == term("rdf:type")],
        iri=found.iri,
        account=_account(library, found),
        properties=_properties(library, own, outward=True),
        parts=[(name_of(library, iri), iri, _properties(library, said, outward=True)) for iri, said in shown],
        more_parts=len(parts) - len(shown),
        links=_properties(library, found.links, outward=False),
        cut=found.cut,
        jsonld=embedded((*own, *(quad for _, said in shown for quad in said))),
    )


def name_of(library: Library, iri: str) -> str:
    """Give the name of a thing, its shortened IRI where it has none."""
    return library.label(iri) or curie(iri)


def embedded(quads: Iterable[Quad]) -> str:
    """Write triples as JSON-LD that can stand inside a page."""
    _, written = serialize_brief(quads, "")
    return script_json(json.loads(written))


def _account(library: Library, found: Description) -> Account | None:
    """Tell where a record was read, if it was."""
    if found.store is not library.data:
        return None
    account = give_account(found.store, found.iri)
    return account if account.witnesses or account.rivals else None


def _properties(library: Library, quads: Iterable[Quad], *, outward: bool) -> list[Property]:
    """Group triples by their property, ours first, each with its values by name."""
    grouped: dict[str, list[Value]] = defaultdict(list)
    for quad in quads:
        grouped[quad.predicate.value].append(_value(library, quad.object if outward else quad.subject))
    made = [
        Property(
            name_of(library, iri),
            iri,
            tuple(sorted(values, key=lambda value: (value.words, value.iri))[:_VALUES]),
            max(0, len(values) - _VALUES),
        )
        for iri, values in grouped.items()
    ]
    return sorted(made, key=lambda one: (not one.iri.startswith(PREFIXES["rdfs"]), one.name))


def _value(library: Library, node: object) -> Value:
    from pyoxigraph import Literal, NamedNode

    if isinstance(node, NamedNode):
        return Value(name_of(library, node.value), node.value)
    if isinstance(node, Literal):
        return Value(node.value, language=node.language or "")
    return Value(str(node))


def curie(iri: str) -> str:
    """Shorten an IRI with one of our prefixes."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and len(iri) > len(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri.rpartition("/")[2] or iri
