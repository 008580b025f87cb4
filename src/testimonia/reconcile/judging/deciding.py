"""A candidate accepted or rejected: what is written into its row, with who decided and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from testimonia.links import CLOSE, EXACT, SAME
from testimonia.links.prefixes import USUAL, compact

if TYPE_CHECKING:
    from testimonia.links import Link

__all__ = ["Decision", "Signature", "decide"]

Decision = Literal["exact", "close", "same", "reject"]
"""What may be decided: the same for all purposes, nearly the same, owl:sameAs, or not the same."""

_PREDICATES = {"exact": EXACT, "close": CLOSE, "same": SAME, "reject": EXACT}
_CURATED = "semapv:ManualMappingCuration"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, and when."""

    who: str
    """A name, or an IRI or ORCID such as "orcid:0000-0001-2345-6789"."""
    day: str
    """ISO 8601."""

    @property
    def column(self) -> str:
        """The column that the name belongs into: identifiers and plain names have one each."""
        return "author_id" if self.who.startswith(("http://", "https://", "orcid:")) else "author_label"


def decide(link: Link, decision: Decision, signature: Signature, comment: str = "") -> Link:
    """Write a decision into a row; whatever else stands there stays."""
    predicate = _PREDICATES[decision]
    cells = {name: cell for name, cell in link.cells.items() if name not in {"author_id", "author_label"}}
    cells |= {
        "predicate_id": compact(predicate, USUAL),
        "predicate_modifier": "Not" if decision == "reject" else "",
        "mapping_justification": _CURATED,
        signature.column: signature.who,
        "mapping_date": signature.day,
        "curation_rule_text": "",
    }
    if comment:
        cells["comment"] = comment
    return replace(link, predicate=predicate, cells={name: cell for name, cell in cells.items() if cell})
