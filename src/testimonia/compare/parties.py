"""Whom a figure counts: the whole of a side, some parties of it, or civilians.

"jihadists", "MSA and GATIA fighters" and "side 2" may or may not be the same people. A described
group counts the actors it is aligned to; a bare group word on a side ("bandits") counts the whole
side; any other description counts only itself, so that officers are never compared with an army.
"""

from dataclasses import dataclass
from typing import Literal

from testimonia.model import Actor, Claim, Findings, Measure

__all__ = ["CIVILIANS", "EVERYBODY", "Parties", "Reach", "Standing"]

Standing = Literal["same", "part", "whole"]

_WHOLE_SIDE = frozenset({
    "attackers", "bandits", "combatants", "defenders", "enemies", "enemy", "extremists", "fighters",
    "forces", "guerrillas", "gunmen", "insurgents", "jihadists", "men", "mercenaries", "militants",
    "militiamen", "militias", "raiders", "rebels", "soldiers", "terrorists", "troops", "warriors",
})  # fmt: skip
"""Bare words by which a text means everybody who fought on a side."""

_FIGHTERS = _WHOLE_SIDE | {"army", "casualties", "dead", "forces", "members", "military", "militia", "people",
                           "personnel", "police", "servicemen", "side", "soldiery", "units"}  # fmt: skip
"""Words at the end of a description by which a text means everybody who fought for the named."""

_WHOLE_PEOPLE = frozenset({
    "civilians", "civilian", "inhabitants", "locals", "non-combatants", "noncombatants", "people",
    "residents", "villagers",
})  # fmt: skip
"""Bare words by which a text means civilians in general."""


_HARM: frozenset[Measure] = frozenset(
    {"killed", "wounded", "captured", "missing", "killed_or_wounded", "losses", "displaced"}
)

_TOLLS: frozenset[Measure] = frozenset({"killed", "wounded", "missing", "displaced"})
"""What may be counted of everybody; "5,000 captured" and "losses of 300" are always those of one side."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a figure counts, within a camp outside of which nothing is compared."""

    camp: tuple[str, ...]
    """("side", "2"), ("civilians", ""), ("mixed", "2") for both, ("everybody",), or ("parties", keys…) of
    no known side."""
    atoms: frozenset[str]
    """Keys of the actors counted; empty where the whole camp is."""
    whole: bool
    unnamed: bool = False
    """True for an unknown part of the camp: one of several in a line whose flags are lost."""


EVERYBODY = Reach(("everybody",), frozenset(), whole=True)
CIVILIANS = Reach(("civilians", ""), frozenset(), whole=True)


class Parties:
    """The actors and sides of one article, asked whom a claim counts."""

    def __init__(self, findings: Findings) -> None:
        self._actors = {actor.key: actor for actor in findings.actors}
        self._above = {key: self._ancestors(key) for key in self._actors}
        self._sides: dict[tuple[str, int], set[str]] = {}
        for part in findings.participations:
            if part.role == "belligerent" and part.side is not None:
                self._sides.setdefault((part.event, part.side), set()).add(part.actor)

    def side(self, claim: Claim) -> int | None:
        """Give the side a claim counts: its own, else the one its parties share."""
        if claim.side is not None:
            return claim.side
        sides = {self._actors[key].side for key in claim.parties if key in self._actors}
        return sides.pop() if len(sides) == 1 else None

    def reach(self, claim: Claim) -> Reach | None:
        """Say whom a claim counts; None where the text does not let us know."""
        side = self.side(claim)
        if claim.category == "civilians":
            return self._civilians(claim, side)
        if side is None:
            return self._of_no_side(claim)
        people = any(self._bare(key) in _WHOLE_PEOPLE for key in claim.parties)
        camp = ("mixed" if people or claim.category == "mixed" else "side", str(side))
        atoms: set[str] = set()
        for key in claim.parties:
            inner = self._atoms(key)
            if inner is None:
                return Reach(camp, frozenset(), whole=True)
            atoms |= inner
        if not atoms or self._is_whole(atoms, claim.event, side):
            return Reach(camp, frozenset(), whole=True)
        return Reach(camp, frozenset(atoms), whole=False)

    def _of_no_side(self, claim: Claim) -> Reach | None:
        """Say whom a claim without a side counts: named actors, or everybody.

        "900 archers" and "4,000 archers" may be those of either side, and are no rivals.
        """
        keys = tuple(sorted(claim.parties))
        if all(self._bare(key) in _WHOLE_PEOPLE for key in keys):
            return EVERYBODY if self._is_toll(claim) else None
        actors = [self._actors.get(key) for key in keys]
        if not all(actor is not None and actor.kind != "described group" for actor in actors):
            return None
        return Reach(("parties", claim.category, *keys), frozenset(keys), whole=False)

    @staticmethod
    def _is_toll(claim: Claim) -> bool:
        """Tell whether a claim counts the victims of an event, whoever they are: "a death toll of 31".

        "120 bodies" of fighters are those of one side, but the text does not tell of which; and who
        counts an episode without naming anybody may mean another one than the next who does.
        """
        if claim.category == "combatants":
            return False
        if claim.parties:
            return claim.measure in _HARM
        return claim.measure in _TOLLS and claim.scope == "main"

    def standing(self, one: Reach, other: Reach) -> Standing | None:
        """Say what `one` is of `other` ("part": it counts some of those the other counts)."""
        if one.camp != other.camp:
            return None
        if one.whole or other.whole:
            return "same" if one.whole and other.whole else "whole" if one.whole else "part"
        if one.atoms == other.atoms:
            return "same"
        if self._under(one.atoms, other.atoms):
            return "part"
        return "whole" if self._under(other.atoms, one.atoms) else None

    def belligerents(self, reach: Reach, event: str) -> bool:
        """Tell whether a reach is one or more belligerents of the event, and nothing smaller."""
        known = {key for (where, _), keys in self._sides.items() if where == event for key in keys}
        return bool(reach.atoms) and reach.atoms <= known

    def roots(self, event: str, side: int) -> frozenset[str]:
        """Give the belligerents of a side that belong to no other belligerent of it."""
        belligerents = self._sides.get((event, side), set())
        return frozenset(key for key in belligerents if not self._above.get(key, frozenset()) & belligerents)

    def numbers(self, event: str) -> tuple[int, ...]:
        """List the sides of an event that have belligerents."""
        return tuple(sorted(number for where, number in self._sides if where == event))

    def _civilians(self, claim: Claim, side: int | None) -> Reach:
        named = {key for key in claim.parties if self._bare(key) not in _WHOLE_PEOPLE}
        camp = ("civilians", "" if side is None else str(side))
        return Reach(camp, frozenset(named), whole=not named)

    def _atoms(self, key: str) -> frozenset[str] | None:
        """Give the actors behind a party, None for everybody on the side."""
        actor = self._actors.get(key)
        if actor is None or actor.kind != "described group":
            return frozenset({key})
        if actor.aligned_to and _is_everybody(actor.label):
            return frozenset(actor.aligned_to)
        return None if self._bare(key) in _WHOLE_SIDE else frozenset({key})

    def _bare(self, key: str) -> str:
        actor = self._actors.get(key)
        return actor.label.strip("\"'“”‘’ ").lower().removeprefix("the ") if actor else key

    def _is_whole(self, atoms: set[str], event: str, side: int) -> bool:
        roots = self.roots(event, side)
        return bool(roots) and atoms >= roots

    def _under(self, inner: frozenset[str], outer: frozenset[str]) -> bool:
        return all(key in outer or self._above.get(key, frozenset()) & outer for key in inner)

    def _ancestors(self, key: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(self._parents(key))
        while waiting:
            parent = waiting.pop()
            if parent not in found and parent != key:
                found.add(parent)
                waiting.extend(self._parents(parent))
        return frozenset(found)

    def _parents(self, key: str) -> tuple[str, ...]:
        """Give those to whom an actor belongs; "Italian officers" are some of those they stand for."""
        actor: Actor | None = self._actors.get(key)
        if actor is None:
            return ()
        some = actor.kind == "described group" and not _is_everybody(actor.label)
        return (*actor.member_of, *actor.aligned_to) if some else actor.member_of


def _is_everybody(label: str) -> bool:
    """Tell whether a description means all fighters of those it names: "Tuareg fighters", "Germans".

    "Italian officers" and "army pilots" are only some of them.
    """
    head = label.strip("\"'“”‘’ ").split()[-1]
    return head[0].isupper() or head.lower() in _FIGHTERS or f"{head.lower()}s" in _FIGHTERS
