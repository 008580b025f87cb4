"""The page of the data: the files to take, how IRIs are looked up, and whose texts they were read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.pages import wording
from testimonia.pages.cards import catalogue_card
from testimonia.pages.sheets import sheets_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testimonia.pages.dossier import Source
    from testimonia.pages.frame import Frame
    from testimonia.pages.sheets import Sheet

__all__ = ["Taken", "data_pages"]

_ROWS = 400
"""How many sources stand on one sheet."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that may be taken as a whole."""

    place: str
    form: str
    size: int
    """Bytes."""
    checksum: str
    """SHA-256."""


def data_pages(
    frame: Frame, base: str, taken: Sequence[Taken], sources: Sequence[Source], path: str
) -> Iterator[tuple[Sheet, str]]:
    """Give the sheets of the page; the files stand on the first."""
    for sheet in sheets_of(path, _ROWS, sources):
        page = frame.render(
            "data.html",
            path,
            title="The data",
            base=base,
            taken=taken,
            total=len(sources),
            sources=sheet.cut(sources),
            sheet=sheet,
            card=catalogue_card(frame, path, taken, sources),
            licence_name=wording.licence_name,
        )
        yield sheet, page
