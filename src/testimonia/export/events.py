"""Events as data sets of conflict events see them: one row an event, its deaths by side, under a policy."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from testimonia.compare import Estimate, estimates
from testimonia.lexicon import rows
from testimonia.query import ask, recover_findings

if TYPE_CHECKING:
    from pyoxigraph import Store

    from testimonia.model import When
    from testimonia.query import ClaimRecord, Recovered

__all__ = ["Deaths", "EventRecord", "event_records"]


@dataclass(frozen=True, slots=True)
class Deaths:
    """One number of deaths with what it rests on."""

    low: int = 0
    best: int | None = None
    high: int | None = None
    claims: tuple[str, ...] = ()
    """IRIs of the claims behind it."""
    method: str = ""
    left_out: tuple[str, ...] = ()
    """Claims it does not rest on, each as "IRI: reason"."""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event that an article is about, with the deaths that a policy makes of its claims."""

    iri: str
    label: str
    kind: str
    when: When | None
    places: tuple[str, ...]
    """Most specific first."""
    coordinates: tuple[str, str] | None
    """Latitude and longitude, in degrees."""
    part_of: tuple[str, ...]
    sides: tuple[tuple[str, ...], ...]
    """Labels of the belligerents of each side, by its number."""
    states: tuple[bool, ...]
    """For each side, whether a state or its force is on it."""
    deaths: dict[str, Deaths]
    """By side number as text ("1"), "civilians" and "everybody"; what nobody counts is not there."""
    records: tuple[ClaimRecord, ...]
    """The claims about the event, each once."""

    @property
    def country(self) -> str:
        """The outermost place, where it is a country."""
        last = self.places[-1] if self.places else ""
        return last if any(last == row["name"] for row in rows("countries")) else ""

    @property
    def claimants(self) -> tuple[str, ...]:
        """Those who say how many were killed, as named, each once."""
        said = (name for record in self.records if record.kind == "killed" for name in record.claimants)
        return tuple(dict.fromkeys(said))

    @property
    def articles(self) -> dict[str, str]:
        """Name the articles that tell of the event, each with its host; "" where that is not known."""
        told = {}
        for record in self.records:
            revision = f", revision {record.revision_id}" if record.revision_id else ""
            address = f", {record.url}" if record.url else ""
            told[f"{record.title}{revision}{address}"] = urlsplit(record.url).netloc
        return told

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day, as far as the precision of the text reaches; None if not known."""
        if self.when is None or not self.when.start or not self.when.end:
            return None
        try:
            return _first_day(self.when.start), _last_day(self.when.end)
        except ValueError:  # before the year 1, which neither data set reaches
            return None


def event_records(store: Store, policy: str) -> tuple[EventRecord, ...]:
    """Give the events that articles are about and that somebody counts the dead of, by IRI.

    Raises UsageError where `policy` is not one.
    """
    told = {row["event"]: row for row in ask(store, "events").records() if row["main"] == "true"}
    sides: dict[str, dict[int, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in ask(store, "participants").records():
        if row["role"] == "belligerent" and row["side"]:
            sides[row["event"]][int(row["side"])].append((row["label"], row["actor"]))
    kinds = {row["actor"]: row["kind"].split(" | ") for row in ask(store, "actors").records()}
    found = [each for each in recover_findings(store) if each.event in told]
    records = (_event(each, told[each.event], sides[each.event], kinds, policy) for each in found)
    return tuple(record for record in records if record.deaths)


def _event(
    recovered: Recovered,
    row: dict[str, str],
    sides: dict[int, list[tuple[str, str]]],
    kinds: dict[str, list[str]],
    policy: str,
) -> EventRecord:
    numbers = range(1, max(sides, default=0) + 1)
    return EventRecord(
        iri=recovered.event,
        label=row["label"],
        kind=row["kind"],
        when=recovered.findings.events[0].when,
        places=tuple(row["places"].split(" | ")) if row["places"] else (),
        coordinates=(row["latitude"], row["longitude"]) if row["latitude"] else None,
        part_of=tuple(row["part_of"].split(" | ")) if row["part_of"] else (),
        sides=tuple(tuple(label for label, _ in sides[number]) for number in numbers),
        states=tuple(
            any({"state", "state force"} & set(kinds.get(actor, ())) for _, actor in sides[number])
            for number in numbers
        ),
        deaths=_deaths(recovered, policy),
        records=tuple(record for record in recovered.records if record.reading == 1),
    )


def _deaths(recovered: Recovered, policy: str) -> dict[str, Deaths]:
    found: dict[str, Deaths] = {}
    for estimate in estimates(recovered.findings, policy=policy, tolerance=recovered.tolerance):
        whom = str(estimate.side) if estimate.whom == "side" else estimate.whom
        if estimate.measure == "killed" and whom != "party":
            found.setdefault(whom, _number(estimate, recovered.records))
    return found


def _number(estimate: Estimate, records: tuple[ClaimRecord, ...]) -> Deaths:
    return Deaths(
        estimate.low,
        estimate.best,
        estimate.high,
        tuple(dict.fromkeys(records[index].claim for index in estimate.inputs)),
        "; ".join(part for part in (estimate.method, estimate.obstacle) if part),
        tuple(f"{records[each.claim].claim}: {each.reason}" for each in estimate.left_out),
    )


def _first_day(iso: str) -> date:
    return date.fromisoformat(iso + "-01-01"[len(iso) - 4 :] if len(iso) < 10 else iso)


def _last_day(iso: str) -> date:
    if len(iso) == 4:
        return date.fromisoformat(f"{iso}-12-31")
    if len(iso) == 7:
        month = date.fromisoformat(f"{iso}-28") + timedelta(days=4)
        return month - timedelta(days=month.day)
    return date.fromisoformat(iso)
