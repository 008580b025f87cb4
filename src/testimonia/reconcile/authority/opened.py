"""An authority at hand: its places, the index of their names, and the paper that says what they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from testimonia import __version__
from testimonia.files import write_whole
from testimonia.reconcile.authority.kept import KeptTable
from testimonia.reconcile.authority.table import write_table
from testimonia.reconcile.labels import Entry, build_index, index_entries, open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from testimonia.reconcile.authority.thing import Thing
    from testimonia.reconcile.labels import LabelIndex

__all__ = ["Authority", "Paper", "hold_things", "open_things", "write_things"]


@dataclass(frozen=True, slots=True)
class Paper:
    """What an authority was made from."""

    name: str
    form: str
    source: str
    """The name of the file."""
    sha256: str
    things: int
    licence: str = ""
    """The IRI of the licence of its facts, if the user told it."""
    version: str = __version__


class Authority:
    """A data set of places; it is opened when it is first asked."""

    def __init__(self, paper: Paper, opening: Callable[[], Opened]) -> None:
        self.paper = paper
        self._opening = opening

    @cached_property
    def _opened(self) -> Opened:
        return self._opening()

    @property
    def index(self) -> LabelIndex:
        """The index of all names. Raises ReconcileError for a damaged folder."""
        return self._opened.index

    def thing(self, iri: str) -> Thing:
        """Give the place of an IRI that the index holds. Raises ReconcileError for a damaged folder."""
        return self._opened.thing(iri)


@dataclass(frozen=True, slots=True)
class Opened:
    """Places by IRI, and by name."""

    thing: Callable[[str], Thing]
    index: LabelIndex


def write_things(things: Sequence[Thing], stem: Path) -> None:
    """Write STEM.labels and STEM.tsv. Raises OutputError, and ReconcileError without the extra."""
    build_index(_entries(things), stem.with_name(f"{stem.name}.labels"))
    write_whole(stem.with_name(f"{stem.name}.tsv"), write_table(things))


def open_things(stem: Path) -> Opened:
    """Open what `write_things` wrote, where it lies. Raises ReconcileError where it is damaged."""
    table = KeptTable(stem.with_name(f"{stem.name}.tsv"))
    return Opened(table.thing, open_index(stem.with_name(f"{stem.name}.labels")))


def hold_things(things: Sequence[Thing]) -> Opened:
    """Hold places in memory alone. Raises ReconcileError without the extra."""
    return Opened({thing.id: thing for thing in things}.__getitem__, index_entries(_entries(things)))


def _entries(things: Sequence[Thing]) -> list[Entry]:
    return [
        Entry(thing.id, (thing.name, *thing.names), (thing.kind,), thing.population or 0) for thing in things
    ]
