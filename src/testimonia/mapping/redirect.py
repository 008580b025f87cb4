"""Redirects: other titles under which an article is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.slugs import slug
from testimonia.mapping.terms import as_quads, curie, lines_of, literal, node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from testimonia.mapping.options import MappingOptions

__all__ = ["map_redirects"]


def map_redirects(redirects: Iterable[tuple[str, str]], options: MappingOptions) -> tuple[Quad, ...]:
    """Map pairs of an article's title and another title that leads to it.

    They are no part of any revision, so they stand in a graph of their own: {article}/redirects.
    """
    predicate = curie("tm:redirectTitle")
    lines: list[str] = []
    for target, title in redirects:
        article = f"{options.base}article/{slug(target)}"
        triple = node(article), predicate, literal(title)
        lines += lines_of([triple], node(f"{article}/redirects"))
    return as_quads(lines)
