"""Redirects: other titles under which an article is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, Quad

from testimonia.mapping.slugs import slug
from testimonia.mapping.terms import curie, node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.mapping.options import MappingOptions

__all__ = ["map_redirects"]


def map_redirects(redirects: Iterable[tuple[str, str]], options: MappingOptions) -> tuple[Quad, ...]:
    """Map pairs of an article's title and another title that leads to it.

    They are no part of any revision, so they stand in a graph of their own: {article}/redirects.
    """
    predicate = curie("tm:redirectTitle")
    quads = []
    for target, title in redirects:
        article = f"{options.base}article/{slug(target)}"
        quads.append(Quad(node(article), predicate, Literal(title), node(f"{article}/redirects")))
    return tuple(quads)
