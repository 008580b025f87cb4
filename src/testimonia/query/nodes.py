"""The nodes of a store, asked for what they have: the border to pyoxigraph for those who walk it."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Store

__all__ = ["Nodes", "local", "word"]

_HUMP = re.compile(r"(?<=[a-z])([A-Z])")


class Nodes:
    """A store, node by node, its default graph where nothing else is said; gives plain strings."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def all(self, subject: str, curie: str) -> tuple[str, ...]:
        """Give all values of a property, sorted."""
        found = self._store.quads_for_pattern(_node(subject), _node(term(curie)), None)
        return tuple(sorted({_plain(quad.object) for quad in found}))

    def one(self, subject: str, curie: str) -> str:
        """Give the first value of a property, "" where there is none."""
        if not subject:
            return ""
        found = self._store.quads_for_pattern(_node(subject), _node(term(curie)), None)
        return min((_plain(quad.object) for quad in found), default="")

    def having(self, curie: str, value: str) -> tuple[str, ...]:
        """Give the subjects that have an IRI as a value of a property, sorted."""
        found = self._store.quads_for_pattern(None, _node(term(curie)), _node(value))
        return tuple(sorted({_plain(quad.subject) for quad in found}))

    def tellers(self, subject: str, curie: str) -> dict[str, set[str]]:
        """Give each value of a property with the graphs that have it; the default graph is ""."""
        found: dict[str, set[str]] = {}
        for quad in self._store.quads_for_pattern(_node(subject), _node(term(curie)), None, None):
            found.setdefault(_plain(quad.object), set()).add(getattr(quad.graph_name, "value", ""))
        return found

    def pairs(self, curie: str) -> "Iterator[tuple[str, str]]":
        """Give every subject and value of a property."""
        for quad in self._store.quads_for_pattern(None, _node(term(curie)), None):
            yield _plain(quad.subject), _plain(quad.object)


def local(iri: str) -> str:
    """Give the last part of an IRI."""
    return re.split(r"[/#]", iri)[-1]


def word(concept: str, scheme: str = "") -> str:
    """Give the word of a concept: "killedOrWounded" is killed_or_wounded, "mainScope" of Scope main."""
    return _HUMP.sub(r"_\1", local(concept).removesuffix(scheme)).lower()


@lru_cache(maxsize=65536)
def _node(iri: str) -> "NamedNode":
    from pyoxigraph import NamedNode

    return NamedNode(iri)


def _plain(value: object) -> str:
    found = getattr(value, "value", None)
    return found if isinstance(found, str) else str(value)
