"""What other data sets call a thing: the links that somebody has accepted, with who and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from testimonia.query.nodes import local

if TYPE_CHECKING:
    from testimonia.query.nodes import Nodes

__all__ = ["Linked", "linked"]


@dataclass(frozen=True, slots=True)
class Linked:
    """A thing of another data set that is the same, or nearly so."""

    iri: str
    close: bool
    """Whether it is only nearly the same."""
    who: tuple[str, ...]
    """Who decided."""
    when: str
    """The day of the decision, ISO 8601."""

    @property
    def label(self) -> str:
        """Name it by its own identifier and where that is from: "Q912, www.wikidata.org"."""
        name, host = local(self.iri.rstrip("/")), urlsplit(self.iri).netloc
        return f"{name}, {host}" if name and host else self.iri


def linked(nodes: Nodes, iri: str) -> tuple[Linked, ...]:
    """Give the accepted links of a thing, those that are the same first."""
    made = [
        Linked(
            iri=nodes.one(link, "tm:linkTo"),
            close=local(nodes.one(link, "tm:linkProperty")) == "closeMatch",
            who=nodes.all(link, "tm:decidedBy"),
            when=nodes.one(link, "tm:decidedOn"),
        )
        for link in nodes.having("tm:linkFrom", iri)
    ]
    return tuple(sorted(made, key=lambda one: (one.close, one.iri)))
