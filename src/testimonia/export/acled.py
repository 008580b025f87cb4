"""Rows in the shape of ACLED's event data, with the claims behind the number.

The columns are ACLED's since March 2023, in its order. The rows are not ACLED's: it has one a day and
place, these are one an event of an article, and what its coders decide (kinds of actors, regions,
administrative units) is left empty. `lost` says for each row what that is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.export.events import Deaths
from testimonia.export.tables import their_columns

if TYPE_CHECKING:
    from testimonia.export.events import EventRecord

__all__ = ["COLUMNS", "POLICY", "acled_row"]

POLICY = "acled"
"""The policy under which the deaths are estimated, unless another is asked for."""

COLUMNS: tuple[str, ...] = (
    *their_columns("acled"),
    "event",
    "policy",
    "fatalities_claims",
    "left_out",
    "method",
    "lost",
)
"""ACLED's columns in its order, then ours."""

_TYPES = {
    "battle": ("Battles", "Armed clash"),
    "clashes": ("Battles", "Armed clash"),
    "siege": ("Battles", "Armed clash"),
    "offensive": ("Battles", "Armed clash"),
    "airstrike": ("Explosions/Remote violence", "Air/drone strike"),
    "massacre": ("Violence against civilians", "Attack"),
}
"""Kind of an event to ACLED's type and sub-type; of the other kinds it needs more than the kind."""


def acled_row(event: EventRecord, policy: str = POLICY) -> dict[str, str]:
    """Give the row of an event; a cell that the article gives no ground for is left out."""
    total = event.deaths.get("everybody", Deaths())
    return {
        "event_id_cnty": event.iri.rpartition("/")[2],
        **_when(event),
        **_what(event),
        **_where(event),
        "source": "; ".join(event.articles),
        "source_scale": "Other",
        "notes": _notes(event),
        "fatalities": "" if total.best is None else str(total.best),
        "event": event.iri,
        "policy": policy,
        "fatalities_claims": " | ".join(total.claims),
        "left_out": " | ".join(reason for deaths in event.deaths.values() for reason in deaths.left_out),
        "method": total.method,
        "lost": "; ".join(_lost(event)),
    }


def _when(event: EventRecord) -> dict[str, str]:
    days = event.days
    if days is None:
        return {}
    first, last = days
    length = (last - first).days + 1
    return {
        "event_date": first.isoformat(),
        "year": str(first.year),
        # 1 the day, 2 the week, 3 the month; ACLED has no code for more.
        "time_precision": "1" if length == 1 else "2" if length <= 7 else "3",
    }


def _what(event: EventRecord) -> dict[str, str]:
    kind, sub_kind = _TYPES.get(event.kind, ("", ""))
    (actor1, *others1), (actor2, *others2) = (
        (*side, "")[:1] + side[1:] for side in (*event.sides, (), ())[:2]
    )
    targeted = event.kind == "massacre"
    return {
        "disorder_type": "Political violence" if kind else "",
        "event_type": kind,
        "sub_event_type": sub_kind,
        "actor1": actor1,
        "assoc_actor_1": "; ".join(others1),
        "actor2": actor2 or ("Civilians" if targeted else ""),
        "assoc_actor_2": "; ".join(others2),
        "civilian_targeting": "Civilian targeting" if targeted else "",
    }


def _where(event: EventRecord) -> dict[str, str]:
    place = {"location": event.places[0] if event.places else "", "country": event.country}
    if event.coordinates is None:
        return place
    latitude, longitude = event.coordinates
    return place | {"latitude": latitude, "longitude": longitude, "geo_precision": "1"}


def _notes(event: EventRecord) -> str:
    """Tell in sentences who says how many were killed."""
    said = (
        f"{' and '.join(record.claimants) or 'The article'}: {record.says}"
        for record in event.records
        if record.kind == "killed" and record.scope == "main"
    )
    return " ".join(dict.fromkeys(said))


def _lost(event: EventRecord) -> list[str]:
    """Say what the row leaves out or makes of what the article does not tell."""
    days = event.days
    total = event.deaths.get("everybody", Deaths())
    told = [
        ("no date to the day, month or year of our era", days is None),
        (
            f"lasted until {days[1] if days else ''}, where ACLED has a row a day",
            days is not None and days[0] < days[1],
        ),
        ("no coordinates", event.coordinates is None),
        (f"{len(event.sides)} sides, of which ACLED has two", len(event.sides) > 2),
        (f"no type for the kind «{event.kind}»", event.kind not in _TYPES),
        (f"fatalities cannot be given: at least {total.low}", total.best is None),
        ("low and high", total.best is not None and (total.low, total.high) != (total.best, total.best)),
        ("ACLED's kinds of actors, regions and administrative units", True),
    ]
    return [words for words, holds in told if holds]
