"""Short names for IRIs: prefixes, and IRIs relative to the base that an article's graph is minted under."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from testimonia.vocab import PREFIXES, term

if TYPE_CHECKING:
    from testimonia.serialize.triples import Graph

__all__ = ["Names", "base_of", "relative", "revision_prefixes"]

_ARTICLE, _REVISION, _TYPE = term("tm:Article"), term("tm:ArticleRevision"), term("rdf:type")
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_IN_REVISION = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(?:#[A-Za-z0-9_-]+)?")
_SAFE = re.compile(r"[A-Za-z0-9_][\w,.-]*(?:/[\w-][\w,.-]*)*(?:#[\w-]+)?", re.ASCII)
"""Relative references that every reader resolves to the same IRI: no ":", no empty or dotted steps."""


def base_of(graph: Graph) -> str | None:
    """Tell the base of a graph from the IRI of an article in it; None for graphs of other kinds."""
    for subject in sorted(_of_type(graph, _ARTICLE)):
        base, found, slug = subject.rpartition("article/")
        if found and slug and base.endswith("/"):
            return base
    return None


def revision_prefixes(graph: Graph) -> dict[str, str]:
    """Give prefixes for the mentions and sections of the revision, if the graph is of just one."""
    revisions = _of_type(graph, _REVISION)
    if len(revisions) != 1:
        return {}
    return {"char": f"{revisions[0]}/char/", "section": f"{revisions[0]}/section/"}


def relative(iri: str, base: str | None) -> str | None:
    """Shorten an IRI to what follows the base, where that is safe, else None."""
    if base is None or not iri.startswith(base):
        return None
    rest = iri[len(base) :]
    return rest if _SAFE.fullmatch(rest) else None


def _of_type(graph: Graph, kind: str) -> list[str]:
    return [subject for subject, node in graph.items() if kind in node.get(_TYPE, ())]


@dataclass(slots=True)
class Names:
    """Writes IRIs for Turtle and TriG, and the lines that declare what they are written with."""

    base: str | None
    own: dict[str, str]
    """Prefixes beside the project's, for the one revision of the graph."""
    _known: dict[str, str] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _spaces: dict[str, tuple[str, re.Pattern[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the namespaces that IRIs are split at."""
        self._spaces = {space: (prefix, _LOCAL) for prefix, space in PREFIXES.items()}
        self._spaces |= {space: (prefix, _IN_REVISION) for prefix, space in self.own.items()}

    @classmethod
    def of(cls, graph: Graph, base: str | None = None) -> Names:
        """Choose the names for a graph; its own article tells the base where none is given."""
        return cls(base or base_of(graph), revision_prefixes(graph))

    def header(self, *, brief: bool = False) -> str:
        """Give the lines that declare base and prefixes, and an empty line behind them.

        Brief ones declare the prefixes alone that have been written so far.
        """
        lines = [f"@base <{self.base}> ."] if self.base else []
        lines += [
            f"@prefix {prefix}: <{space}> ."
            for prefix, space in (PREFIXES | self.own).items()
            if not brief or prefix in self._used
        ]
        return "\n".join(lines) + "\n\n"

    def __call__(self, iri: str) -> str:
        """Write an IRI as short as it can be: tm:killed, char:68-95, <event/x>, <https://…>."""
        known = self._known.get(iri)
        if known is None:
            known = self._known[iri] = self._shorten(iri)
        return known

    def _shorten(self, iri: str) -> str:
        """Try a namespace up to the last "/" before the fragment, then one up to "#", then the base."""
        head, _, fragment = iri.partition("#")
        for cut in (head.rfind("/") + 1, len(head) + 1) if fragment else (head.rfind("/") + 1,):
            prefix, local = self._spaces.get(iri[:cut], ("", None))
            if local and local.fullmatch(iri, cut):
                self._used.add(prefix)
                return f"{prefix}:{iri[cut:]}".replace("#", "\\#")
        return f"<{relative(iri, self.base) or iri}>"
