"""One row of the file: a thing of ours, a thing of theirs, and what became of the two.

What was decided stands in the columns that SSSOM has for it, so that every other tool understands it:

- a *candidate* has the predicate tm:mayBe, which says nothing;
- an *accepted* row has skos:exactMatch, skos:closeMatch or owl:sameAs, and names who decided and when;
- a *rejected* row has the modifier Not;
- every other row stands beside: it is kept, and nothing is made of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from testimonia.errors import LinksError
from testimonia.links.prefixes import USUAL, expand

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CLOSE", "EXACT", "MAY_BE", "NO_TERM", "SAME", "Link", "Verdict", "read_link", "space_of"]

Verdict = Literal["candidate", "accepted", "rejected", "unsigned", "beside"]
"""What a row says; "unsigned" is one that would be accepted if it named who decided and when."""

EXACT, CLOSE = f"{USUAL['skos']}exactMatch", f"{USUAL['skos']}closeMatch"
SAME, MAY_BE = f"{USUAL['owl']}sameAs", f"{USUAL['tm']}mayBe"
NO_TERM = f"{USUAL['sssom']}NoTermFound"
"""In the place of theirs: there is no such thing there."""

_SIGNERS = ("author_id", "author_label", "reviewer_id", "reviewer_label", "creator_id", "creator_label")
_DATES = ("mapping_date", "review_date")
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Link:
    """A row, with its identifiers in full."""

    subject: str
    """IRI of ours."""
    predicate: str
    object: str
    """IRI of theirs."""
    space: str
    """What the IRIs of their data set begin with."""
    cells: Mapping[str, str]
    """All that stands in the row, by column."""
    line: int = 0
    """In the file it was read from, counted from 1; 0 for a new one."""

    def cell(self, column: str) -> str:
        """Give what stands in a column, "" where nothing does."""
        return self.cells.get(column, "")

    @property
    def pair(self) -> tuple[str, str]:
        """Ours and theirs."""
        return self.subject, self.object

    @property
    def question(self) -> tuple[str, str]:
        """What a decision settles: which thing of one data set a thing of ours is."""
        return self.subject, self.space

    @property
    def settles(self) -> bool:
        """Whether the row answers that question; something nearly the same leaves it open."""
        return self.verdict in {"accepted", "unsigned"} and self.predicate != CLOSE

    @property
    def verdict(self) -> Verdict:
        """What the row says."""
        if self.cell("predicate_modifier"):
            return "rejected" if self.predicate in {EXACT, CLOSE, SAME, MAY_BE} else "beside"
        if self.predicate == MAY_BE:
            return "candidate"
        if self.predicate not in {EXACT, CLOSE, SAME}:
            return "beside"
        return "accepted" if self.decided_by and self.decided_on else "unsigned"

    @property
    def decided_by(self) -> tuple[str, ...]:
        """Who decided: people, as they are named, else the rule under which it was accepted by itself."""
        people = [name for column in _SIGNERS for name in self.cell(column).split("|") if name]
        rule = self.cell("curation_rule_text") if self.automatic else ""
        return tuple(dict.fromkeys(people)) or ((rule,) if rule else ())

    @property
    def automatic(self) -> bool:
        """Whether a threshold decided and no person."""
        return self.cell("mapping_justification").endswith("ThresholdMatching")

    @property
    def decided_on(self) -> str:
        """The day of the decision, ISO 8601."""
        return next((self.cell(column) for column in _DATES[::-1] if self.cell(column)), "")

    @property
    def score(self) -> float | None:
        """The score of the service, None where it gave none."""
        return float(self.cell("score")) if self.cell("score") else None


def read_link(cells: Mapping[str, str], prefixes: Mapping[str, str], line: int) -> Link:
    """Read a row; raises LinksError with the words that are wrong in it."""
    ours, how, theirs = (
        _identifier(cells, name, prefixes) for name in ("subject_id", "predicate_id", "object_id")
    )
    if cells.get("predicate_modifier", "") not in {"", "Not"}:
        raise LinksError(f"predicate_modifier «{cells['predicate_modifier']}»: only Not may stand there")
    for name in _DATES:
        if cells.get(name) and not _DATE.fullmatch(cells[name]):
            raise LinksError(f"{name} «{cells[name]}»: a date such as 2026-05-31 is needed")
    if cells.get("mapping_justification"):
        _identifier(cells, "mapping_justification", prefixes)
    if cells.get("score") and not _is_number(cells["score"]):
        raise LinksError(f"score «{cells['score']}» is no number")
    space = cells.get("object_source", "") if theirs == NO_TERM else space_of(theirs, prefixes)
    return Link(ours, how, theirs, space, cells, line)


def space_of(iri: str, prefixes: Mapping[str, str]) -> str:
    """Tell a data set by one of its IRIs: by a namespace that is declared, else all but the last part."""
    declared = [space for space in prefixes.values() if iri.startswith(space)]
    if declared:
        return max(declared, key=len)
    start, mark, _ = iri.rstrip("/").rpartition("#" if "#" in iri else "/")
    return start + mark


def _identifier(cells: Mapping[str, str], column: str, prefixes: Mapping[str, str]) -> str:
    words = cells.get(column, "")
    if not words:
        raise LinksError(f"{column} is empty")
    try:
        return expand(words, prefixes)
    except LinksError as error:
        raise LinksError(f"{column} {error}") from error


def _is_number(words: str) -> bool:
    return re.fullmatch(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", words) is not None
