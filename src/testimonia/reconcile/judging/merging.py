"""What a service offers, put beside all that stands in the file already.

Decisions stay, and so does every row that somebody has written or written into. Only candidates that this
very service offered before and nobody has touched give way to what it offers now.

Some programs drop the columns that SSSOM does not have when they write a file. A row that the service offers
and that has lost them gets them back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testimonia.links import EXTENSIONS, MAY_BE, Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.links import LinkTable
    from testimonia.reconcile.client import Found, Offer, Subject

__all__ = ["Merged", "Source", "merge_offers"]

_BY_HAND = ("author_id", "author_label", "comment")
"""What no program writes into the row of a candidate."""


@dataclass(frozen=True, slots=True)
class Source:
    """The service that candidates come from."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The file with new candidates, and how many of them there are."""

    table: LinkTable
    offered: int
    """Candidates that stand in the file now because the service offers them."""
    judged: int
    """Offers that were decided before."""


def merge_offers(table: LinkTable, found: Iterable[Found], source: Source) -> Merged:
    """Put what was found into the file; subjects without an answer keep the candidates they had."""
    answered = [one for one in found if not one.problem]
    asked = {one.subject.iri for one in answered}
    kept = [link for link in table.links if not (link.subject in asked and _replaceable(link, source))]
    standing = {link.pair for link in kept}
    offered: dict[tuple[str, str], Link] = {}
    for one in answered:
        for offer in one.offers:
            offered.setdefault((one.subject.iri, offer.iri), _link(one.subject, offer, source, table))
    new = [link for pair, link in offered.items() if pair not in standing]
    complete = [_completed(link, offered.get(link.pair), source) for link in kept]
    return Merged(table.with_links([*complete, *new]), len(new), len(offered) - len(new))


def _completed(link: Link, offered: Link | None, source: Source) -> Link:
    """Give a row of this service the columns back that SSSOM does not have, where all of them are empty."""
    whole = any(link.cell(name) for name in EXTENSIONS)
    if offered is None or whole or link.cell("mapping_provider") != source.address:
        return link
    told = {name: offered.cell(name) for name in EXTENSIONS if offered.cell(name)}
    return replace(link, cells={**link.cells, **told})


def _replaceable(link: Link, source: Source) -> bool:
    """Tell a candidate of this service that nobody has written into."""
    ours = link.verdict == "candidate" and link.cell("mapping_provider") == source.address
    return ours and not any(link.cell(name) for name in _BY_HAND)


def _link(subject: Subject, offer: Offer, source: Source, table: LinkTable) -> Link:
    candidate = offer.candidate
    features = [("match", candidate.match), *candidate.features]
    cells = {
        "subject_id": table.compact(subject.iri),
        "subject_label": subject.label,
        "subject_category": subject.narrower or subject.kind,
        "predicate_id": table.compact(MAY_BE),
        "object_id": table.compact(offer.iri),
        "object_label": candidate.name,
        "object_category": _joined(candidate.types),
        "mapping_justification": "semapv:UnspecifiedMatching",
        "mapping_provider": source.address,
        "mapping_tool": source.name,
        "subject_sentence": subject.sentence,
        "object_description": candidate.description,
        "score": "" if candidate.score is None else _number(candidate.score),
        "features": _joined(f"{name}={_number(value)}" for name, value in features),
    }
    plain = {name: " ".join(cell.split()) for name, cell in cells.items()}
    given = {name: cell for name, cell in plain.items() if cell}
    return Link(subject.iri, MAY_BE, offer.iri, table.space(offer.iri), given)


def _joined(values: Iterable[str]) -> str:
    """Join several values as SSSOM does; none of them may hold what parts them."""
    return "|".join(value.replace("|", "¦") for value in values)


def _number(value: float) -> str:
    """Write a number with six digits at most behind the point, yes and no as 1 and 0."""
    return f"{float(value):.6f}".rstrip("0").rstrip(".")
