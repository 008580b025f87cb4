"""What differs between two graphs, claim by claim.

A claim's IRI comes from what it says and who says it. So a claim that only one graph has appeared or
vanished; where the other graph has one in its place, it changed, and what changed is named; and a claim that
both have, read at other offsets or in other articles, moved. The two graphs may be of two revisions, two
dumps, or two versions of the program.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testimonia.query.asking import ask
from testimonia.query.engine import whole
from testimonia.query.nodes import Nodes
from testimonia.query.pairing import Change, Line, pair_claims

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

__all__ = ["Change", "Diff", "Line", "diff_graphs"]


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
    changed = pair_claims(gone, come)
    kept = [Change(before[claim], after[claim]) for claim in sorted(before.keys() & after.keys())]
    return Diff(
        appeared=_without(come, [change.after for change in changed]),
        vanished=_without(gone, [change.before for change in changed]),
        changed=tuple(changed),
        moved=tuple(sorted(each for each in kept if each.before.places != each.after.places)),
        records=_records(store_a, store_b),
    )


def _lines(store: "Store") -> dict[str, Line]:
    readings: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in ask(store, "claims").records():
        readings[row["claim"]].append(row)
    subjects, items = _subjects(store), dict(Nodes(whole(store)).pairs("tm:item"))
    return {
        claim: replace(_line(found, subjects), item=items.get(claim, "")) for claim, found in readings.items()
    }


def _subjects(store: "Store") -> dict[str, str]:
    """Give for the event of an article that article, which keeps its IRI when label or date are corrected."""
    rows = ask(store, "events").records()
    return {row["event"]: row["article"] for row in rows if row["main"] == "true"}


def _line(readings: list[dict[str, str]], subjects: dict[str, str]) -> Line:
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
        subject=subjects.get(first["event"], first["event"]),
    )


def _figure(row: dict[str, str]) -> str:
    low, high = row["low"], row["high"]
    if row["wording"] or not (low or high):
        return row["wording"] or row["quote"]
    number = low if low == high else f"{low}–{high}"
    return f"~{number}" if row["approximate"] == "true" else number


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
