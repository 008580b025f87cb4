"""Rival figures: for each side and kind, what everybody says, on one axis."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from testimonia.model import Measure
from testimonia.pages.axis import Axis, make_axis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from testimonia.pages.dossier import Camp, Dossier, Said

__all__ = ["Bar", "Block", "Panel", "bar_of", "panels_of", "voices_of"]

_ORDER: tuple[str, ...] = Measure.__args__  # type: ignore[attr-defined]
"""Measures as the model lists them: the killed first, materiel last."""

_CIVILIANS = "civilians"


@dataclass(frozen=True, slots=True)
class Bar:
    """How a figure is drawn; places are in percent of the axis."""

    shape: str
    """point, range, from (open above), upto (open below), vague, or nothing where no number is told."""
    start: float = 0.0
    end: float = 100.0

    @property
    def width(self) -> float:
        """How far it reaches."""
        return round(self.end - self.start, 2)


@dataclass(frozen=True, slots=True)
class Block:
    """The rival figures of one kind, with the axis that they share."""

    measure: str
    item: str
    """For materiel: what."""
    axis: Axis
    rows: tuple[tuple[Said, Bar], ...]

    @property
    def voices(self) -> tuple[str, ...]:
        """Who speaks in it."""
        return voices_of(said for said, _ in self.rows)

    @property
    def drawn(self) -> bool:
        """Whether there are several figures, and a number among them: only then does an axis tell more."""
        numbers = any(bar.shape not in {"nothing", "vague"} or bar.start for _, bar in self.rows)
        return numbers and len(self.rows) > 1


@dataclass(frozen=True, slots=True)
class Panel:
    """What is said of one side, of the civilians, or of those whose side is not told."""

    key: str
    """The number of the side, "civilians" or "" for no side."""
    camp: Camp | None
    blocks: tuple[Block, ...]
    singles: tuple[Block, ...] = ()
    """Materiel of which only one figure is told, from which a page makes one short list."""


def panels_of(dossier: Dossier) -> tuple[Panel, ...]:
    """Order the figures of the event itself (not of its parts) by side and kind."""
    sorted_out: dict[str, list[Said]] = defaultdict(list)
    for said in dossier.claims:
        if said.record.scope == "main":
            sorted_out[_key(said)].append(said)
    camps = {str(camp.number): camp for camp in dossier.camps if camp.number is not None}
    keys = sorted(sorted_out, key=lambda key: (not key.isdigit(), key == "", key))
    return tuple(_panel(key, camps.get(key), tuple(_blocks(sorted_out[key]))) for key in keys)


def _panel(key: str, camp: Camp | None, blocks: tuple[Block, ...]) -> Panel:
    alone = [block.item != "" and len(block.rows) == 1 for block in blocks]
    return Panel(key, camp, tuple(compress(blocks, map(not_, alone))), tuple(compress(blocks, alone)))


def voices_of(claims: Iterable[Said]) -> tuple[str, ...]:
    """List who speaks, the sides first: what a legend has to tell."""
    order = {"joint": 1, "outside": 2, "article": 3}
    return tuple(sorted({said.voice for said in claims}, key=lambda voice: (order.get(voice, 0), voice)))


def _key(said: Said) -> str:
    if said.record.category == _CIVILIANS:
        return _CIVILIANS
    return "" if said.record.side is None else str(said.record.side)


def _blocks(claims: list[Said]) -> Iterator[Block]:
    kinds: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for said in claims:
        kinds[said.record.kind, said.record.item].append(said)
    for measure, item in sorted(kinds, key=lambda kind: (_ORDER.index(kind[0]), kind[1])):
        rows = sorted(kinds[measure, item], key=_place)
        axis = make_axis(bound for said in rows for bound in _bounds(said))
        yield Block(measure, item, axis, tuple((said, bar_of(said, axis)) for said in rows))


def _bounds(said: Said) -> tuple[int, ...]:
    return tuple(bound for bound in (said.record.low, said.record.high) if bound is not None)


def _place(said: Said) -> tuple[str, str, int, str]:
    """Order rows: of the same people together, then by the day of saying, then by number."""
    record = said.record
    return " ".join(record.parties), record.said_on or "~", max(_bounds(said), default=0), record.claim


def bar_of(said: Said, axis: Axis) -> Bar:
    """Say how a figure is drawn on an axis."""
    record = said.record
    low, high = record.low, record.high
    if record.quantity == "vague":
        return Bar("vague", axis.at(low or 0), 100.0 if high is None else axis.at(high))
    if low is None and high is None:
        return Bar("nothing")
    if low is None or high is None:
        return Bar("from", axis.at(low)) if low is not None else Bar("upto", 0.0, axis.at(high or 0))
    return Bar("point" if low == high else "range", axis.at(low), axis.at(high))
