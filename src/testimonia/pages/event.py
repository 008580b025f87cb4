"""The page of an event: what, where, when, and what is asked first: how many, says who."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.pages.dossier import Dossier
    from testimonia.pages.frame import Frame

__all__ = ["event_page"]


def event_page(frame: Frame, dossier: Dossier, path: str, jsonld: str = "") -> str:
    """Give the page of an event, at its place in the site; `jsonld` goes into its head."""
    return frame.render(
        "event.html", path, title=dossier.label, event=dossier, iri=dossier.event, jsonld=jsonld
    )
