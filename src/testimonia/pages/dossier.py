"""All that one page tells of an event, gathered from a graph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.query import ask, claim_records
from testimonia.query.records import listed

if TYPE_CHECKING:
    from pyoxigraph import Store

    from testimonia.query import ClaimRecord

__all__ = ["Dossier", "gather"]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One event."""

    event: str
    """The IRI."""
    label: str
    kind: str
    start: str
    end: str
    places: tuple[str, ...]
    """Names of the places, the innermost first."""
    part_of: tuple[str, ...]
    result: str
    main: bool
    """Whether an article is about it."""
    claims: tuple[ClaimRecord, ...]

    @property
    def when(self) -> str:
        """The date or range, in EDTF."""
        return self.start if self.start == self.end else f"{self.start}/{self.end}"


def gather(store: Store) -> tuple[Dossier, ...]:
    """Gather the dossiers of all events of a graph, by label."""
    claims: dict[str, list[ClaimRecord]] = defaultdict(list)
    for record in claim_records(store):
        claims[record.event].append(record)
    answer = ask(store, "events")
    rows = (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    return tuple(_dossier(row, claims.get(row["event"], [])) for row in rows)


def _dossier(row: dict[str, str], claims: list[ClaimRecord]) -> Dossier:
    return Dossier(
        event=row["event"],
        label=row["label"],
        kind=row["kind"],
        start=row["start"],
        end=row["end"],
        places=listed(row["places"]),
        part_of=listed(row["part_of"]),
        result=row["result"],
        main=row["main"] == "true",
        claims=tuple(claims),
    )
