"""The sides of an event: who takes part on each, and which groups are only described there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from testimonia.pages.dossier import Camp, Member
from testimonia.query.nodes import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from testimonia.pages.labels import Labels
    from testimonia.query.nodes import Nodes

__all__ = ["Camps"]

_ROLES = ("belligerent", "commander", "unit", "support")


class Camps:
    """Finds the sides of events in a graph."""

    def __init__(self, nodes: Nodes, labels: Labels) -> None:
        self._nodes = nodes
        self._labels = labels

    def of(self, event: str, acronyms: Mapping[str, str]) -> Iterator[Camp]:
        """Give the sides of an event in their order, last those who are on none; `acronyms` by label."""
        members = self._members(event, acronyms)
        named = {member.iri for here in members.values() for member in here}
        groups = {
            number: [iri for iri in iris if iri not in named] for number, iris in self._groups(event).items()
        }
        for number in sorted({*members, *groups}, key=lambda one: (one is None, one or 0)):
            here = sorted(members[number], key=lambda one: (_ROLES.index(one.role), one.label))
            if here or groups.get(number):
                yield Camp(number, tuple(here), self._labels.named(groups.get(number, ())))

    def _members(self, event: str, acronyms: Mapping[str, str]) -> dict[int | None, list[Member]]:
        """Give who takes part, by side; None for those whose side is not told."""
        members: dict[int | None, list[Member]] = defaultdict(list)
        for node in self._nodes.having("tm:participationIn", event):
            actor = self._nodes.one(node, "tm:participant")
            label = self._labels.of(actor)
            role = local(self._nodes.one(node, "tm:role"))
            side = self._number(self._nodes.one(node, "tm:onSide"))
            members[side].append(Member(actor, label, acronyms.get(label, label), role))
        return members

    def _groups(self, event: str) -> dict[int | None, list[str]]:
        """Give the groups that the articles only describe, by side; None for those of no side."""
        groups: dict[int | None, list[str]] = defaultdict(list)
        for side in self._nodes.having("tm:sideOf", event):
            aligned = self._nodes.having("tm:alignedSide", side)
            groups[self._number(side)] += [iri for iri in aligned if "/group/" in iri]
        placed = {iri for iris in groups.values() for iri in iris}
        told = {
            iri
            for claim in self._nodes.having("tm:about", event)
            for name in ("tm:affectedParty", "tm:claimant")
            for iri in self._nodes.all(claim, name)
        }
        if rest := sorted(iri for iri in told - placed if "/group/" in iri):
            groups[None] += rest
        return groups

    def _number(self, side: str) -> int | None:
        found = self._nodes.one(side, "tm:sideNumber")
        return int(found) if found else None
