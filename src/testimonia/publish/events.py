"""The pages of events, with their claims as tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.export.tables import columns_of, row_of, write_csv
from testimonia.pages.dossiers import groups_of
from testimonia.pages.event import event_pages
from testimonia.query import ClaimRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages.dossier import Dossier
    from testimonia.publish.site import Site

__all__ = ["event_files"]


def event_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the page of each event, and its claims as a table."""
    for dossiers, files in site.each(_made, groups_of(site.gatherer.events)):
        for dossier in dossiers:
            site.register.add(dossier)
        yield from files


def _made(site: Site, events: tuple[str, ...]) -> tuple[list[Dossier], list[tuple[str, bytes]]]:
    """Make the files of some events; their dossiers come without the texts, which are long."""
    dossiers: list[Dossier] = []
    files: list[tuple[str, bytes]] = []
    for dossier in site.dossiers.of(*events):
        files += _files(site, dossier)
        sources = tuple(replace(source, text=None) for source in dossier.sources)
        dossiers.append(replace(dossier, sources=sources))
    return dossiers, files


def _files(site: Site, dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    path = site.layout.page(dossier.event)
    table = site.layout.file(dossier.event, "csv")
    if path is None or table is None:
        return
    for place, page in event_pages(site.frame, dossier, path, table=table if dossier.records else ""):
        yield place, page.encode()
    if dossier.records:
        yield table, write_csv(columns_of(ClaimRecord), map(row_of, dossier.records))
