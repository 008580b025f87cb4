"""One subject after the other before somebody who judges; every step can be taken back.

The session knows no terminal: it holds what is to be judged, what has been, and where one is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.links import EXACT, NO_TERM, Link
from testimonia.links.prefixes import USUAL, compact
from testimonia.reconcile.judging.deciding import decide

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from testimonia.links import LinkTable
    from testimonia.reconcile.judging.deciding import Decision, Signature

__all__ = ["Item", "Session"]


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be judged now."""

    subject: str
    candidates: tuple[Link, ...]
    """Those that are still open, the best first."""
    number: int
    """Counted from 1."""
    of: int


class Session:
    """A review of the file of links."""

    def __init__(self, table: LinkTable, signature: Signature, subjects: Iterable[str] | None = None) -> None:
        """Begin with the candidates nobody has decided on; with `subjects`, only theirs."""
        self.table = table
        self._signature = signature
        wanted = None if subjects is None else set(subjects)
        settled = {link.question for link in table.links if link.settles}
        open_ones = dict.fromkeys(link.question for link in table.links if link.verdict == "candidate")
        self._queue = [
            question
            for question in open_ones
            if question not in settled and (wanted is None or question[0] in wanted)
        ]
        self._place = 0
        self._before: list[tuple[LinkTable, int]] = []

    @property
    def item(self) -> Item | None:
        """What is to be judged now; None when all is done."""
        if self._place >= len(self._queue):
            return None
        question = self._queue[self._place]
        links = (link for link in self.table.links if link.question == question)
        candidates = tuple(link for link in links if link.verdict == "candidate")
        return Item(question[0], candidates, self._place + 1, len(self._queue))

    @property
    def left(self) -> int:
        """How many subjects have not been shown yet, the one that is shown among them."""
        return len(self._queue) - self._place

    def accept(self, candidate: Link, decision: Decision, comment: str = "") -> None:
        """Accept a candidate, and go on to the next subject."""
        self._step({candidate.pair: decide(candidate, decision, self._signature, comment)}, on=1)

    def reject(self, candidate: Link, comment: str = "") -> None:
        """Reject a candidate; where it was the last of its subject, go on to the next."""
        item = self.item
        on = 0 if item and len(item.candidates) > 1 else 1
        self._step({candidate.pair: decide(candidate, "reject", self._signature, comment)}, on=on)

    def reject_all(self, comment: str = "") -> None:
        """Reject all candidates of the subject, and go on."""
        links = self.item.candidates if self.item else ()
        self._step({c.pair: decide(c, "reject", self._signature, comment) for c in links}, on=1)

    def absent(self, comment: str = "") -> None:
        """Say that theirs has no such thing: all candidates are rejected, and nobody is asked again."""
        item = self.item
        if item is None:
            return
        cells = {
            "object_source": item.candidates[0].space,
            **{
                name: item.candidates[0].cell(name)
                for name in ("subject_id", "subject_label", "subject_category")
            },
            "object_id": compact(NO_TERM, USUAL),
        }
        none = decide(
            Link(item.subject, EXACT, NO_TERM, cells["object_source"], cells),
            "exact",
            self._signature,
            comment,
        )
        rejected = {c.pair: decide(c, "reject", self._signature, comment) for c in item.candidates}
        self._step(rejected, on=1, new=[none])

    def skip(self) -> None:
        """Leave the subject as it is, and go on."""
        self._step({}, on=1)

    def undo(self) -> bool:
        """Take back the last step; False where there is none."""
        if not self._before:
            return False
        self.table, self._place = self._before.pop()
        return True

    def _step(self, judged: Mapping[tuple[str, str], Link], *, on: int, new: Iterable[Link] = ()) -> None:
        self._before.append((self.table, self._place))
        links = [
            judged.get(link.pair, link) if link.verdict == "candidate" else link for link in self.table.links
        ]
        self.table = self.table.with_links([*links, *new])
        self._place += on
