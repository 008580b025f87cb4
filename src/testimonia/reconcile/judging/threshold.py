"""Accepting by itself: off unless somebody asks for it, and never where there is a doubt.

A candidate is accepted if its score reaches the threshold, no other candidate of the same service comes
near it, nothing of ours has been linked yet to the same thing, and nobody has decided on this subject.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testimonia.links import EXACT
from testimonia.links.prefixes import USUAL, compact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from testimonia.links import Link, LinkTable

__all__ = ["Threshold", "accept_by_threshold"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A rule under which candidates are accepted without a person."""

    least: float
    """The score that is needed, as the service counts."""
    lead: float = 10.0
    """By how much it has to surpass the next candidate."""

    @property
    def words(self) -> str:
        """The rule in words, which stand in the rows that it has accepted."""
        return f"score of at least {self.least:g}, {self.lead:g} above every other candidate"


def accept_by_threshold(table: LinkTable, rule: Threshold, day: str) -> tuple[LinkTable, tuple[Link, ...]]:
    """Give the table with what the rule accepts, and the rows that it has accepted."""
    taken = {link.object for link in table.links if link.verdict in {"accepted", "unsigned"}}
    chosen = _chosen(table.links, rule)
    wanted = Counter(link.object for link in chosen.values())
    accepted = {
        link.pair: _accept(link, rule, day)
        for link in chosen.values()
        if link.object not in taken and wanted[link.object] == 1
    }
    links = [accepted.get(link.pair, link) if link.verdict == "candidate" else link for link in table.links]
    return table.with_links(links), tuple(accepted.values())


def _chosen(links: Sequence[Link], rule: Threshold) -> dict[tuple[str, str], Link]:
    """Give the one candidate for each question that the rule allows, where nobody has decided yet."""
    decided = {link.question for link in links if link.verdict in {"accepted", "unsigned"}}
    offered: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        if link.verdict == "candidate" and link.question not in decided:
            offered[link.question].append(link)
    chosen = {}
    for question, rivals in offered.items():
        scored = sorted((link for link in rivals if link.score is not None), key=_score, reverse=True)
        ahead = len(scored) == 1 or (scored and _score(scored[0]) - _score(scored[1]) >= rule.lead)
        if ahead and len(scored) == len(rivals) and _score(scored[0]) >= rule.least:
            chosen[question] = scored[0]
    return chosen


def _accept(link: Link, rule: Threshold, day: str) -> Link:
    cells = {
        **link.cells,
        "predicate_id": compact(EXACT, USUAL),
        "mapping_justification": "semapv:SemanticSimilarityThresholdMatching",
        "mapping_date": day,
        "curation_rule_text": rule.words,
    }
    return replace(link, predicate=EXACT, cells=cells)


def _score(link: Link) -> float:
    return float("-inf") if link.score is None else link.score
