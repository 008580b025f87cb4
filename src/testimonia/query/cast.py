"""Who takes part in an event of a graph: the event itself, its sides, parts and actors, as findings."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from testimonia.model import Actor, Event, Office, Participation, Span, When
from testimonia.query.nodes import local, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from testimonia.query.joining import Joined

__all__ = ["NOWHERE", "Cast", "read_when"]

NOWHERE = Span(0, 0)
"""The span of what a graph keeps without one."""
_STATE_FORCE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def read_when(nodes: "Joined", span: str) -> When | None:
    """Read a time of the graph back, by its IRI; "" is none."""
    expression = nodes.one(span, "tm:edtf") if span else ""
    if not expression:
        return None
    start, slash, end = expression.partition("/")
    last = end if slash else start
    ongoing = nodes.one(span, "tm:ongoing") == "true"
    return When(None if start == ".." else start, None if last == ".." else last, ongoing=ongoing)


class Cast:
    """An event of a graph and those who take part in it; `numbers` says how its sides are counted here."""

    def __init__(
        self, nodes: "Joined", event: str, numbers: "Mapping[tuple[str, str], int] | None" = None
    ) -> None:
        self.nodes = nodes
        self._event = event
        self._numbers = numbers

    @cached_property
    def event(self) -> Event:
        """The event, with what comparing asks of it."""
        kind: Any = word(self.nodes.one(self._event, "tm:eventKind"), "Kind") or "other"
        when = read_when(self.nodes, self.nodes.one(self._event, "tm:time"))
        label = self.nodes.one(self._event, "rdfs:label") or local(self._event)
        return Event(self._event, label, kind, NOWHERE, main=True, when=when)

    def side(self, side: str, revision: str = "") -> int | None:
        """Give the number of a side of this event; sides of other events have none here.

        Where revisions number the sides differently, one has to be named.
        """
        here = side and self.nodes.one(side, "tm:sideOf") == self._event
        if not here:
            return None
        if self._numbers is None:
            return int(self.nodes.one(side, "tm:sideNumber"))
        numbers = {n for (key, told), n in self._numbers.items() if key == side and revision in {"", told}}
        return numbers.pop() if len(numbers) == 1 else None

    @cached_property
    def participations(self) -> tuple[Participation, ...]:
        """Every part taken in the event."""
        return tuple(self._read_participations())

    def _read_participations(self) -> "Iterator[Participation]":
        for node in self.nodes.having("tm:participationIn", self._event):
            role: Any = word(self.nodes.one(node, "tm:role"))
            actor = self.nodes.one(node, "tm:participant")
            yield Participation(
                actor, self._event, role, self.side(self.nodes.one(node, "tm:onSide")), NOWHERE, "", 1.0
            )

    def actors(self, named: "Iterable[str]") -> "Iterator[Actor]":
        """Give those who take part or are named, and those they stand for, belong to or hold an office in."""
        waiting = [*named, *(each.actor for each in self.participations)]
        found: set[str] = set()
        while waiting:
            actor = waiting.pop()
            if actor not in found:
                found.add(actor)
                waiting += self.nodes.all(actor, "tm:memberOf")
                waiting += self.nodes.all(actor, "tm:partyAlignment")
                waiting += self._bodies(actor)
        return map(self._actor, sorted(found))

    def _bodies(self, actor: str) -> list[str]:
        offices = self.nodes.all(actor, "org:holds")
        return [body for office in offices for body in self.nodes.all(office, "org:postIn")]

    def _actor(self, key: str) -> Actor:
        office = next(iter(self.nodes.all(key, "org:holds")), None)
        body = next(iter(self._bodies(key)), None)
        kinds = {_STATE_FORCE.sub(" ", local(name)).lower() for name in self.nodes.all(key, "rdf:type")}
        kind: Any = (
            "media" if "media organisation" in kinds else min(kinds - {"actor"}, default="organisation")
        )
        return Actor(
            key,
            self.nodes.one(key, "rdfs:label") or local(key),
            "described group" if "described group" in kinds else kind,
            NOWHERE,
            aliases=self.nodes.all(key, "skos:altLabel"),
            office=Office(self.nodes.one(office, "rdfs:label"), body) if office else None,
            side=self._side_of(key),
            aligned_to=self.nodes.all(key, "tm:partyAlignment"),
            member_of=self.nodes.all(key, "tm:memberOf"),
        )

    def _side_of(self, actor: str) -> int | None:
        aligned = [self.side(side) for side in self.nodes.all(actor, "tm:alignedSide")]
        joined = [each.side for each in self.participations if each.actor == actor]
        return next((side for side in [*aligned, *joined] if side is not None), None)
