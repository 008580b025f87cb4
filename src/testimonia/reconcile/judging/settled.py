"""What is settled already between our things and one data set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.links import CLOSE, NO_TERM

if TYPE_CHECKING:
    from testimonia.links import LinkTable

__all__ = ["linked", "settled"]


def settled(table: LinkTable, theirs: str) -> frozenset[str]:
    """Give our IRIs whose question is answered for the data set that an IRI of theirs belongs to."""
    space = table.space(theirs)
    return frozenset(link.subject for link in table.links if link.settles and link.space == space)


def linked(table: LinkTable, theirs: str) -> dict[str, str]:
    """Give, for the same data set, our IRI to the IRI that was accepted as the same."""
    space = table.space(theirs)
    return {
        link.subject: link.object
        for link in table.links
        if link.verdict == "accepted"
        and link.predicate != CLOSE
        and link.object != NO_TERM
        and link.space == space
    }
