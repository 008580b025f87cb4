"""The pages of events, and the first page, which lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.event import event_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.site import Site

__all__ = ["event_files", "index_files"]


def event_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the page of each event."""
    for dossier in site.dossiers:
        if path := site.layout.page(dossier.event):
            yield path, event_page(site.frame, dossier, path).encode()


def index_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the first page."""
    main = [(each.event, each.label, each.when) for each in site.dossiers if each.main]
    facts = {
        "events": len(main),
        "claims": sum(len({claim.claim for claim in each.claims}) for each in site.dossiers),
    }
    page = site.frame.render(
        "index.html", "index.html", title="Testimonia", facts=facts, events=main, sheet=1, sheets=1
    )
    yield "index.html", page.encode()
