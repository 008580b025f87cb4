"""The pages of events with their claims as tables, and the first page, which lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.export.tables import columns_of, row_of, write_csv
from testimonia.pages.event import event_page
from testimonia.query import ClaimRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.site import Site

__all__ = ["event_files", "index_files"]


def event_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the page of each event, and its claims as a table."""
    for dossier in site.gatherer.dossiers():
        site.register.add(dossier)
        path = site.layout.page(dossier.event)
        table = site.layout.file(dossier.event, "csv")
        if path is None or table is None:
            continue
        yield path, event_page(site.frame, dossier, path, table=table if dossier.records else "").encode()
        if dossier.records:
            yield table, write_csv(columns_of(ClaimRecord), map(row_of, dossier.records))


def index_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the first page."""
    entries = sorted(site.register.entries, key=lambda entry: entry.order)
    main = [(each.iri, each.label, each.when) for each in entries if each.main]
    facts = {"events": len(main), "claims": sum(entry.claims for entry in entries)}
    page = site.frame.render(
        "index.html", "index.html", title="Testimonia", facts=facts, events=main, sheet=1, sheets=1
    )
    yield "index.html", page.encode()
