"""What differs between two graphs, claim by claim.

A claim's IRI comes from what it says and who says it. So a claim that only one graph has appeared or
vanished; where the other graph has one of the same event, measure, party and claimants, it changed
its figure or stance; and a claim that both have, at other offsets, moved.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.query.asking import ask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

__all__ = ["Change", "Diff", "Line", "diff_graphs"]


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One claim as a line of a diff shows it."""

    event: str
    kind: str
    parties: str
    """Labels joined by " | "; else "side 2"; else the category."""
    claimants: str
    """Labels joined by " | ", "" for the article's own voice."""
    figure: str
    """"20", "20–30", "13–" (at least), "–9" (at most), "~60", or the vague words."""
    stance: str
    said_on: str
    places: tuple[tuple[str, int, int], ...]
    """Article IRI, start and end of each reading."""
    quotes: tuple[str, ...]
    claim: str
    """The IRI."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """The same claim, or its successor, in the first graph and in the second."""

    before: Line
    after: Line


@dataclass(frozen=True, slots=True)
class Diff:
    """What differs between two graphs; every part is sorted, and empty where nothing differs."""

    appeared: tuple[Line, ...] = ()
    vanished: tuple[Line, ...] = ()
    changed: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    records: tuple[str, ...] = ()
    """Events, participants and actors in short: "+ event Battle of …", "- belligerent …"."""

    @property
    def empty(self) -> bool:
        """True where the graphs say the same in the same places."""
        return not (self.appeared or self.vanished or self.changed or self.moved or self.records)


def diff_graphs(store_a: "Store", store_b: "Store") -> Diff:
    """Tell what changed from the first graph to the second."""
    before, after = _lines(store_a), _lines(store_b)
    gone = sorted(before[claim] for claim in before.keys() - after.keys())
    come = sorted(after[claim] for claim in after.keys() - before.keys())
    changed = _paired(gone, come)
    kept = [Change(before[claim], after[claim]) for claim in sorted(before.keys() & after.keys())]
    return Diff(
        appeared=_without(come, [change.after for change in changed]),
        vanished=_without(gone, [change.before for change in changed]),
        changed=tuple(sorted(changed)),
        moved=tuple(sorted(each for each in kept if each.before.places != each.after.places)),
        records=_records(store_a, store_b),
    )


def _lines(store: "Store") -> dict[str, Line]:
    answer = ask(store, "claims")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    readings: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        readings[row["claim"]].append(row)
    return {claim: _line(found) for claim, found in readings.items()}


def _line(readings: list[dict[str, str]]) -> Line:
    first = readings[0]
    side = f"side {first['side']}" if first["side"] else first["category"]
    places = {(row["article"], int(row["start"]), int(row["end"])) for row in readings}
    return Line(
        event=first["event"],
        kind=first["kind"],
        parties=first["parties"] or side,
        claimants=first["claimants"],
        figure=_figure(first),
        stance=first["stance"],
        said_on=first["said_on"],
        places=tuple(sorted(places)),
        quotes=tuple(dict.fromkeys(row["quote"] for row in readings)),
        claim=first["claim"],
    )


def _figure(row: dict[str, str]) -> str:
    low, high = row["low"], row["high"]
    if row["wording"] or not (low or high):
        return row["wording"] or row["quote"]
    number = low if low == high else f"{low}–{high}"
    return f"~{number}" if row["approximate"] == "true" else number


def _paired(gone: list[Line], come: list[Line]) -> list[Change]:
    """Pair what vanished with what appeared in its place, in the order of the text."""
    waiting: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in sorted(come, key=lambda line: line.places):
        waiting[_topic(line)].append(line)
    pairs = []
    for line in sorted(gone, key=lambda line: line.places):
        successors = waiting[_topic(line)]
        if successors:
            pairs.append(Change(line, successors.pop(0)))
    return pairs


def _topic(line: Line) -> tuple[str, ...]:
    return line.event, line.kind, line.parties, line.claimants


def _without(lines: list[Line], paired: "Iterable[Line]") -> tuple[Line, ...]:
    taken = {line.claim for line in paired}
    return tuple(line for line in lines if line.claim not in taken)


def _records(store_a: "Store", store_b: "Store") -> tuple[str, ...]:
    before, after = _short(store_a), _short(store_b)
    signed = [f"- {line}" for line in before - after] + [f"+ {line}" for line in after - before]
    return tuple(sorted(signed, key=lambda line: (line[2:], line[0] == "+")))


def _short(store: "Store") -> set[str]:
    """Give a line for each event and participant, with what a reader would miss if it changed."""
    lines = set()
    for _, label, kind, start, end, places, *rest in ask(store, "events").rows:
        result = rest[3]
        told = ", ".join(part for part in (kind, f"{start}/{end}".strip("/"), places, result) if part)
        lines.add(f"event {label} ({told})")
    for event, _, side, role, label, _ in ask(store, "participants").rows:
        lines.add(f"{role} {label}{f' on side {side}' if side else ''} in {event.rpartition('/')[2]}")
    return lines
