"""One report an article: the figures of its infobox, each with the sentences for and against it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from testimonia.compare import check_infobox
from testimonia.query import place_lines, recover_findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

    from testimonia.compare import BoxFigure, Crosscheck, Met
    from testimonia.query import ClaimRecord, Recovered

__all__ = ["ArticleReport", "Checked", "Sentence", "report_events", "report_graph"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A claim where it stands in the article."""

    says: str
    """The claim in words: "20 bandits were killed."."""
    who: tuple[str, ...]
    """Labels of who says it; empty for the article's own voice."""
    section: str
    """Title of the section, "infobox" for a line of that."""
    line: int | None
    """Line of the file that was read, from 1."""
    sentence: str
    """The sentence, or the line of the infobox, in the words of the article."""
    mark: tuple[int, int]
    """Where the claim's own words stand in the sentence."""
    ground: str = ""
    """Why it stands as it does to the figure of the infobox."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One figure of the infobox with what the text says of it."""

    figure: Sentence
    verdict: str
    """contradicted, unsupported, in part, or supported."""
    rests_on: tuple[Sentence, ...]
    rivals: tuple[Sentence, ...]
    beside: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """The infobox of one revision against its text."""

    title: str
    revision: str
    """IRI of the revision that was read."""
    url: str
    """Where the article is, "" where that is not known."""
    figures: tuple[Checked, ...]
    left_out: tuple[Sentence, ...]
    """Figures of the text about what the infobox does not count."""

    def of(self, verdict: str) -> tuple[Checked, ...]:
        """Give the figures with a verdict."""
        return tuple(each for each in self.figures if each.verdict == verdict)


def report_graph(store: Store) -> tuple[ArticleReport, ...]:
    """Report on every article of a graph that has claims with a figure, by title and revision."""
    return report_events(store, recover_findings(store))


def report_events(store: Store, events: Iterable[Recovered]) -> tuple[ArticleReport, ...]:
    """Report on the articles of a graph whose events have been recovered from it, by title and revision."""
    lines = place_lines(store)
    found: dict[str, list[tuple[Recovered, Crosscheck]]] = defaultdict(list)
    for event in events:
        revisions = [record.revision for record in event.records]
        checked = check_infobox(event.findings, tolerance=event.tolerance, articles=revisions)
        for revision in dict.fromkeys(revisions):
            found[revision].append((event, checked))
    reports = (_report(revision, found[revision], lines) for revision in found)
    return tuple(sorted(reports, key=lambda report: (report.title, report.revision)))


_Lines = dict[tuple[str, int, int], tuple[str, int | None]]


def _report(revision: str, checks: list[tuple[Recovered, Crosscheck]], lines: _Lines) -> ArticleReport:
    figures: list[tuple[int, Checked]] = []
    left_out: list[tuple[int, Sentence]] = []
    for event, checked in checks:
        here = [record.revision == revision for record in event.records]
        figures += (
            (event.records[each.claim].start, _checked(each, event, lines))
            for each in checked.figures
            if here[each.claim]
        )
        left_out += (
            (event.records[index].start, _sentence(event.records[index], lines))
            for index in checked.left_out
            if here[index]
        )
    one = next(record for event, _ in checks for record in event.records if record.revision == revision)
    return ArticleReport(
        one.title,
        revision,
        one.url,
        tuple(each for _, each in sorted(figures, key=itemgetter(0))),
        tuple(each for _, each in sorted(left_out, key=itemgetter(0))),
    )


def _checked(figure: BoxFigure, event: Recovered, lines: _Lines) -> Checked:
    def sentences(met: tuple[Met, ...]) -> tuple[Sentence, ...]:
        return tuple(_sentence(event.records[each.claim], lines, each.ground) for each in met)

    return Checked(
        _sentence(event.records[figure.claim], lines),
        figure.verdict,
        sentences(figure.rests_on),
        sentences(figure.rivals),
        sentences(figure.beside),
    )


def _sentence(record: ClaimRecord, lines: _Lines, ground: str = "") -> Sentence:
    section, line = lines.get((record.revision, record.start, record.end), ("", None))
    at = max(record.sentence.find(record.quote), 0)
    return Sentence(
        says=record.says,
        who=record.claimants,
        section="infobox" if record.zone == "infobox" else section,
        line=line,
        sentence=record.sentence,
        mark=(at, at + len(record.quote)),
        ground=ground,
    )
