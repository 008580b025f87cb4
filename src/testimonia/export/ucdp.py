"""Rows in the shape of UCDP's Georeferenced Event Dataset, with the claims behind each number.

The columns and their codes are those of the GED codebook (versions 22 and later). The rows are not
UCDP's: an event of an article is often many of their incidents, and what UCDP decides by research
(its ids, its dyads, the clarity of an event) is left empty. `lost` says for each row what that is.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from testimonia.export.events import Deaths
from testimonia.export.tables import their_columns

if TYPE_CHECKING:
    from testimonia.export.events import EventRecord

__all__ = ["COLUMNS", "POLICY", "cell_of_grid", "ucdp_row"]

POLICY = "ucdp"
"""The policy under which the deaths are estimated, unless another is asked for."""

COLUMNS: tuple[str, ...] = (
    *their_columns("ucdp"),
    "event",
    "policy",
    "deaths_a_claims",
    "deaths_b_claims",
    "deaths_civilians_claims",
    "best_claims",
    "left_out",
    "method",
    "lost",
)
"""The columns of the GED in its order, then ours."""


def ucdp_row(event: EventRecord, policy: str = POLICY) -> dict[str, str]:
    """Give the row of an event; a cell that the article gives no ground for is left out."""
    return {
        **_what(event),
        **_where(event),
        **_when(event),
        **_deaths(event),
        "event": event.iri,
        "policy": policy,
        "lost": "; ".join(_lost(event)),
    }


def _what(event: EventRecord) -> dict[str, str]:
    side_a, side_b = ("; ".join(side) for side in (*event.sides, (), ())[:2])
    both = f"{side_a} - {side_b}" if side_a and side_b else ""
    return {
        "relid": event.iri.rpartition("/")[2],
        "type_of_violence": _violence(event),
        "conflict_name": "; ".join({name.casefold(): name for name in event.part_of}.values()),
        "dyad_name": both,
        "side_a": side_a,
        "side_b": side_b,
        "number_of_sources": str(len(event.articles)),
        "source_article": ";".join(f'"{article}"' for article in event.articles),
        "source_office": ";".join(event.articles.values()),
        "source_original": "; ".join(event.claimants),
    }


def _violence(event: EventRecord) -> str:
    """Give 1 where a state fights, 2 where none does, 3 where the victims alone are civilians."""
    fighting = [side for side in event.sides if side]
    if event.kind == "massacre" or (len(fighting) == 1 and "civilians" in event.deaths):
        return "3"
    if len(fighting) > 1:
        return "1" if any(event.states) else "2"
    return ""


def _where(event: EventRecord) -> dict[str, str]:
    place = {"where_description": ", ".join(event.places), "country": event.country}
    if event.coordinates is None:
        return place
    latitude, longitude = event.coordinates
    return place | {
        "where_prec": "1",
        "where_coordinates": event.places[0] if event.places else "",
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})",
        "priogrid_gid": str(cell_of_grid(float(latitude), float(longitude))),
    }


def cell_of_grid(latitude: float, longitude: float) -> int:
    """Give the cell of PRIO-GRID around a point: half degrees, counted eastward from the south-west."""
    row, column = floor((latitude + 90) * 2), floor((longitude + 180) * 2)
    return min(row, 359) * 720 + min(column, 719) + 1


def _when(event: EventRecord) -> dict[str, str]:
    days = event.days
    if days is None:
        return {}
    first, last = days
    return {
        "year": str(first.year),
        "date_prec": str(_precision((last - first).days + 1)),
        "date_start": first.isoformat(),
        "date_end": last.isoformat(),
    }


def _precision(days: int) -> int:
    """Code a range as the codebook does: a day, 2–6 days, a week, up to a month, more."""
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _deaths(event: EventRecord) -> dict[str, str]:
    """Give the deaths; those of the sides and of civilians add up to `best`, as in the GED."""
    by_column = {
        "deaths_a": event.deaths.get("1", Deaths()),
        "deaths_b": event.deaths.get("2", Deaths()),
        "deaths_civilians": event.deaths.get("civilians", Deaths()),
    }
    total = event.deaths.get("everybody", Deaths())
    known = {name: deaths.best or 0 for name, deaths in by_column.items()}
    whole = total.low if total.best is None else total.best
    others = max(whole - sum(known.values()), 0)
    best = sum(known.values()) + others
    return {
        **{name: str(number) for name, number in known.items()},
        "deaths_unknown": str(others),
        "best": str(best),
        "high": "" if total.high is None else str(max(total.high, best)),
        "low": str(total.low),
        **{f"{name}_claims": " | ".join(deaths.claims) for name, deaths in by_column.items()},
        "best_claims": " | ".join(total.claims),
        "left_out": " | ".join(reason for deaths in event.deaths.values() for reason in deaths.left_out),
        "method": total.method,
    }


def _lost(event: EventRecord) -> list[str]:
    """Say what the row leaves out or makes of what the article does not tell."""
    deaths = event.deaths
    total = deaths.get("everybody", Deaths())
    told = [
        ("no date to the day, month or year of our era", event.days is None),
        ("no coordinates", event.coordinates is None),
        (f"{len(event.sides)} sides, of which the GED has two", len(event.sides) > 2),
        ("deaths_a is 0 because nobody gives a figure", not _has_best(deaths, "1")),
        ("deaths_b is 0 because nobody gives a figure", not _has_best(deaths, "2")),
        ("deaths_civilians is 0 because nobody gives a figure", not _has_best(deaths, "civilians")),
        ("nothing bounds the deaths from above", total.high is None),
        ("best is the low, because nobody gives a best figure", total.best is None),
        ("UCDP's own ids, clarity and regions", True),
    ]
    return [words for words, holds in told if holds]


def _has_best(deaths: dict[str, Deaths], whom: str) -> bool:
    return whom in deaths and deaths[whom].best is not None
