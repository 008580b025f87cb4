"""Many graphs: each article's on its own, then what only all of them together can show.

Two articles may speak of the same actor or place and disagree about it; put into one graph, either would
be blamed for the other. So each file is validated by itself, and only constraints that follow a property
through any number of nodes (an event within an event within …) are asked of all files together.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from testimonia.graphs import find_kept, graph_files, read_graph
from testimonia.validate.endpoint import fetch_graph, is_endpoint
from testimonia.validate.graph import validate_across, validate_graph
from testimonia.validate.known import KnownReports, key_of
from testimonia.validate.look import subjects, texts, words
from testimonia.validate.quotes import check_quotes
from testimonia.validate.report import Report, make_report
from testimonia.validate.rulebook import read_rulebook
from testimonia.validate.texts import Texts
from testimonia.vocab import folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Store

__all__ = ["Checked", "Checker"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A graph and its report."""

    name: str
    """File, folder, address of an endpoint, or "-"."""
    report: Report
    compared: int = 0
    """How many texts its quotes were compared with."""
    known: bool = False
    """Whether the report was kept from an earlier run."""
    together: bool = False
    """Whether this is what only all files of a folder together show."""


@dataclass(frozen=True, slots=True)
class Checker:
    """How graphs are checked; the defaults are those of `validate_graph`, and nothing is kept."""

    shapes: Path | None = None
    """Folder or file of shapes; None is the shipped one."""
    engine: str = "sets"
    texts: Texts = field(default_factory=Texts)
    """Articles that quotes are compared with."""
    known: KnownReports = field(default_factory=KnownReports)

    def check(self, place: str, graph: str | None = None) -> Iterator[Checked]:
        """Check a graph file, a folder, a store, "-" or the graph of an endpoint, each file on its own.

        `graph` is the IRI of the named graph of an endpoint; without it, its default graph is checked.
        Raises GraphError when there is nothing to read or it cannot be read, ShapesError when the shapes
        cannot be used, UsageError for an unknown engine.
        """
        if is_endpoint(place):
            yield self._checked(place, fetch_graph(place, graph))
        elif place == "-" or find_kept(place):
            yield self._checked(place, read_graph(place))
        else:
            yield from self._files(place)

    def _files(self, place: str) -> Iterator[Checked]:
        """Check each file, then all of them together."""
        files = graph_files(place)
        keys: list[str] = []
        seen: set[tuple[str, str]] = set()
        for file in files:
            keys.append(self._key(sha256(file.read_bytes()).hexdigest()))
            checked = self._file(file, keys[-1])
            seen.update((result.code, result.focus) for result in checked.report.results)
            yield checked
        if len(files) > 1:
            together = self._together(place, self._key("together", *keys))
            yield replace(
                together,
                report=make_report(r for r in together.report.results if (r.code, r.focus) not in seen),
            )

    def _file(self, file: Path, key: str) -> Checked:
        """Check a file, or take the report that is known; quotes are compared in any case."""
        name = file.as_posix()
        report = self.known.find(key)
        if report is not None and not len(self.texts):
            return Checked(name, report, known=True)
        store = read_graph(file)
        known = report is not None
        if report is None:
            report = validate_graph(store, engine=self.engine, shapes=self.shapes)
            self.known.keep(key, report)
        return self._with_quotes(Checked(name, report, known=known), store)

    def _together(self, place: str, key: str) -> Checked:
        """Ask of all files together what only they can show."""
        report = self.known.find(key)
        if report is not None:
            return Checked(place, report, known=True, together=True)
        report = validate_across(read_graph(place), shapes=self.shapes)
        self.known.keep(key, report)
        return Checked(place, report, together=True)

    def _checked(self, name: str, store: Store) -> Checked:
        report = validate_graph(store, engine=self.engine, shapes=self.shapes)
        return self._with_quotes(Checked(name, report), store)

    def _with_quotes(self, checked: Checked, store: Store) -> Checked:
        """Add what comparing the quotes with the texts finds, revision by revision."""
        if not len(self.texts):
            return checked
        found, compared = list(checked.report.results), 0
        for revision in subjects(store, "tm:sha256"):
            for text in map(self.texts.find, texts(store, revision, "tm:sha256")):
                if text is not None:
                    compared += 1
                    found += check_quotes(text.text, store, revision=words(revision)).results
        return replace(checked, report=make_report(found), compared=compared)

    def _key(self, *parts: str) -> str:
        """Give the key of what the report of some bytes depends on."""
        rulebook = read_rulebook(self.shapes or folder("shapes"))
        return key_of((*parts, rulebook.digest, self.engine))
