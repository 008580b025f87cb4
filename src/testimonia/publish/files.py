"""The files that pages load: style, scripts, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages import STATIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.site import Site

__all__ = ["static_files"]

_LIVE = {"query.js"}
"""What only a page that can ask an endpoint loads."""


def static_files(site: Site) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001 - a maker like the others
    """Give the files of static/."""
    for path in sorted(STATIC.iterdir()):
        if path.name not in _LIVE:
            yield f"static/{path.name}", path.read_bytes()
