"""The pages of events, with their claims as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.export.tables import columns_of, row_of, write_csv
from testimonia.pages.dossiers import Dossiers
from testimonia.pages.event import event_pages
from testimonia.query import ClaimRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.site import Site

__all__ = ["event_files"]


def event_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the page of each event, and its claims as a table."""
    for dossier in Dossiers(site.gatherer).each():
        site.register.add(dossier)
        path = site.layout.page(dossier.event)
        table = site.layout.file(dossier.event, "csv")
        if path is None or table is None:
            continue
        for place, page in event_pages(site.frame, dossier, path, table=table if dossier.records else ""):
            yield place, page.encode()
        if dossier.records:
            yield table, write_csv(columns_of(ClaimRecord), map(row_of, dossier.records))
