"""Infobox against text: which figure of the infobox rests on which of the text, and which on none.

An infobox is what most readers see and what data sets copy, but it has no sentences. The check tells for
each of its figures which sentences say the same, which say something else, and which figures of the text
it leaves out. It does not tell who is right.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from testimonia.compare.comparable import item_name, subjects
from testimonia.compare.intervals import TOLERANCE
from testimonia.compare.parties import Parties
from testimonia.compare.relations import compare_claims
from testimonia.compare.verdicts import ONE_SIDE
from testimonia.model import Claim, Findings, Relation

__all__ = ["BoxFigure", "Crosscheck", "Met", "check_infobox"]

_SAME = frozenset({"agrees", "refines", "summarises"})
_RIVAL = frozenset({"contradicts", "denies"})
_MEANS: dict[str, str] = {"neutralised": "killed", "surrendered": "captured"}
"""Where an infobox files what the text calls otherwise."""


@dataclass(frozen=True, slots=True)
class Met:
    """A claim of the text beside one of the infobox, and why they stand as they do."""

    claim: int
    """Index in `Findings.claims`."""
    ground: str


@dataclass(frozen=True, slots=True)
class BoxFigure:
    """One figure of the infobox, held against the text."""

    claim: int
    """Index in `Findings.claims`."""
    verdict: Literal["contradicted", "unsupported", "in part", "supported"]
    rests_on: tuple[Met, ...] = ()
    """What says the same, or lies within it."""
    rivals: tuple[Met, ...] = ()
    """What says something else."""
    beside: tuple[Met, ...] = ()
    """What meets it in part, or counts something else."""


@dataclass(frozen=True, slots=True)
class Crosscheck:
    """The infobox of an article against its text."""

    figures: tuple[BoxFigure, ...] = ()
    """Every figure of the infobox, in text order."""
    left_out: tuple[int, ...] = ()
    """Claims of the text about something of which the infobox gives no figure at all."""


def check_infobox(
    findings: Findings, *, tolerance: float = TOLERANCE, articles: Sequence[str] = ()
) -> Crosscheck:
    """Hold every figure of an infobox against the text of the same article.

    `articles` names the article of each claim, where the findings hold those of several; `tolerance` is
    how far "about N" reaches.
    """
    told = articles or [""] * len(findings.claims)
    relations = findings.relations or compare_claims(findings, tolerance=tolerance)
    met: dict[int, list[tuple[Relation, int]]] = defaultdict(list)
    for relation in relations:
        if relation.rule == ONE_SIDE and not _of_one_number(relation, findings.claims):
            continue  # every toll stands so to every side
        for box, text in _crossing(relation, findings.claims, told):
            met[box].append((relation, text))
    boxes = [index for index, claim in enumerate(findings.claims) if _is_of_box(claim)]
    figures = (_figure(box, met[box]) for box in boxes if _has_figure(findings.claims[box]))
    return Crosscheck(
        figures=tuple(_with_episodes(figure, findings, told) for figure in figures),
        left_out=tuple(_left_out(findings, tolerance, told)),
    )


def _crossing(relation: Relation, claims: Sequence[Claim], told: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the infobox claim and the text claim of a relation, where it is between two such."""
    for box, text in ((relation.left, relation.right), (relation.right, relation.left)):
        if _is_of_box(claims[box]) and not _is_of_box(claims[text]) and told[box] == told[text]:
            yield box, text


def _of_one_number(relation: Relation, claims: Sequence[Claim]) -> bool:
    one, other = claims[relation.left].quantity, claims[relation.right].quantity
    return (one.low, one.high) == (other.low, other.high)


def _is_of_box(claim: Claim) -> bool:
    return claim.zone == "infobox"


def _has_figure(claim: Claim) -> bool:
    return claim.quantity.kind not in {"unknown", "not_reported"}


def _figure(box: int, met: list[tuple[Relation, int]]) -> BoxFigure:
    rests_on = _gather(met, _SAME)
    rivals = _gather(met, _RIVAL)
    beside = _gather(met, frozenset({"overlaps", "not_comparable", "subset_of"}))
    overlapping = any(relation.kind == "overlaps" for relation, _ in met)
    if rivals:
        return BoxFigure(box, "contradicted", rests_on, rivals, beside)
    if rests_on:
        return BoxFigure(box, "supported", rests_on, beside=beside)
    return BoxFigure(box, "in part" if overlapping else "unsupported", beside=beside)


def _with_episodes(figure: BoxFigure, findings: Findings, told: Sequence[str]) -> BoxFigure:
    """Add to a figure without support the sentences that give the same of another scope, such as one day."""
    if figure.verdict != "unsupported":
        return figure
    claims, parties = findings.claims, Parties(findings)
    box = claims[figure.claim]
    same = [
        Met(index, "The same figure, told of an episode or of another event.")
        for index, claim in enumerate(claims)
        if not _is_of_box(claim)
        and claim.scope != "main"
        and told[index] == told[figure.claim]
        and (claim.measure, item_name(claim.item)) == (box.measure, item_name(box.item))
        and (claim.quantity.low, claim.quantity.high) == (box.quantity.low, box.quantity.high)
        and box.quantity.low is not None
        and _camp(parties, claim) == _camp(parties, box)
    ]
    return replace(figure, verdict="in part", beside=(*figure.beside, *same)) if same else figure


def _camp(parties: Parties, claim: Claim) -> tuple[str, ...] | None:
    reach = parties.reach(claim)
    return reach.camp if reach else None


def _gather(met: list[tuple[Relation, int]], kinds: frozenset[str]) -> tuple[Met, ...]:
    found = {text: relation.ground for relation, text in reversed(met) if relation.kind in kinds}
    return tuple(Met(text, found[text]) for text in sorted(found))


def _left_out(findings: Findings, tolerance: float, told: Sequence[str]) -> Iterator[int]:
    """Give the figures of the text whose people and measure the infobox does not count at all."""
    boxes: set[tuple[object, ...]] = set()
    texts: list[tuple[int, tuple[object, ...]]] = []
    for subject in subjects(findings, tolerance):
        claim = subject.claim
        measure = _MEANS.get(claim.measure, claim.measure)
        counted = (told[subject.index], claim.event, measure, item_name(claim.item), subject.reach.camp)
        if _is_of_box(claim):
            boxes.add(counted)
        elif claim.scope == "main" and not subject.denied:
            texts.append((subject.index, counted))
    articles = {each[0] for each in boxes}
    yield from (index for index, counted in texts if counted not in boxes and counted[0] in articles)
