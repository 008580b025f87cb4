"""Who speaks in a claim, when, and of whom: of the speaker's own people or of the enemy."""

from testimonia.model import Actor, Claim, Findings, Statement, Voice, When

__all__ = ["Voices", "is_later"]

_AXES = ("own", "enemy")
_AS_PARTY: dict[str, Voice] = {"own": "own", "enemy": "enemy", "": "party"}


class Voices:
    """The speakers and statements of one article."""

    def __init__(self, findings: Findings) -> None:
        self._actors = {actor.key: actor for actor in findings.actors}
        self._statements = {statement.key: statement for statement in findings.statements}
        self._dates = {key: statement.when for key, statement in self._statements.items() if statement.when}
        self._sides = {actor.key: actor.side for actor in findings.actors if actor.side is not None}
        self._sides |= {part.actor: part.side for part in findings.participations if part.side is not None}

    def actor(self, key: str) -> Actor | None:
        """Give the actor of a key, None for a key that the article does not have."""
        return self._actors.get(key)

    def said(self, claim: Claim) -> When | None:
        """Give the date on which a claim was made, where the text gives one."""
        return self._dates.get(claim.statement or "")

    def speak_alike(self, one: Claim, other: Claim) -> bool:
        """Tell whether two claims have one voice.

        They have where the speakers are the same, where one holds an office in the other or belongs
        to it, and where both hold an office in one body.
        """
        if not one.claimants or not other.claimants:
            return False
        if set(one.claimants) == set(other.claimants):
            return True
        if len(one.claimants) > 1 or len(other.claimants) > 1:
            return False
        (left,), (right,) = one.claimants, other.claimants
        if left in self._behind(other) or right in self._behind(one):
            return True
        return bool(self._bodies(left) & self._bodies(right))

    def speaks_for(self, claim: Claim, voice: str) -> bool:
        """Tell whether a claim is made by the actor `voice`, or on its behalf."""
        return voice in claim.claimants or voice in self._behind(claim)

    def is_called(self, claim: Claim, name: str) -> bool:
        """Tell whether a claim is made by the actor of that label, alias or key, or on its behalf."""
        wanted = name.casefold()
        for key in (*claim.claimants, *sorted(self._behind(claim))):
            actor = self._actors.get(key)
            names = (key, actor.label, *actor.aliases) if actor else (key,)
            if wanted in {each.casefold() for each in names}:
                return True
        return False

    def revises(self, later: Claim, earlier: Claim) -> bool:
        """Tell whether `later` was said by the voice of `earlier` at a later date."""
        after = self.said(later)
        before = self.said(earlier) if after is not None else None
        if after is None or before is None:
            return False
        return is_later(after, before) and self.speak_alike(later, earlier)

    def axis(self, claim: Claim, affected_side: int | None) -> str:
        """Give "own" or "enemy" where claimants and affected are on known sides, else ""."""
        sides = {self.side(key) for key in claim.claimants}
        if len(sides) != 1 or affected_side is None:
            return ""
        speaking = sides.pop()
        return "" if speaking is None else _AXES[speaking != affected_side]

    def voice(self, claim: Claim, affected_side: int | None) -> Voice:
        """Say in what part somebody gives a figure: of its own people, as an enemy, from outside."""
        if claim.stance == "confirmed":
            return "confirmed"
        if not claim.claimants:
            return "article"
        sides = {self.side(key) for key in claim.claimants}
        if len(sides) > 1:
            return "joint"
        if sides == {None}:
            return "outside"
        return _AS_PARTY[self.axis(claim, affected_side)]

    def side(self, key: str) -> int | None:
        """Give the side of an actor, else the one side of those it belongs to."""
        actor = self._actors.get(key)
        known = self._sides.get(key)
        if known is not None or actor is None:
            return known
        sides = {self._sides.get(above) for above in (*actor.member_of, *self._bodies(key))}
        return sides.pop() if len(sides) == 1 else None

    def _statement(self, claim: Claim) -> Statement | None:
        return self._statements.get(claim.statement) if claim.statement else None

    def _behind(self, claim: Claim) -> set[str]:
        """Those for whom the claimants of a claim speak."""
        statement = self._statement(claim)
        behind = set(statement.on_behalf_of) if statement else set()
        for key in claim.claimants:
            actor = self._actors.get(key)
            behind |= self._bodies(key) | set(actor.member_of if actor else ())
        return behind

    def _bodies(self, key: str) -> set[str]:
        actor = self._actors.get(key)
        return {actor.office.body} if actor and actor.office and actor.office.body else set()


def is_later(one: When, other: When) -> bool:
    """Tell whether `one` begins after `other` ends, as far as both dates are precise."""
    begins = _parts(one.start)
    ends = _parts(other.end or other.start)
    shared = min(len(begins), len(ends))
    return shared > 0 and begins[:shared] > ends[:shared]


def _parts(date: str | None) -> tuple[int, ...]:
    """Split "2018-04-01" or "-0030-09" into numbers that compare in order of time."""
    if not date:
        return ()
    sign = -1 if date.startswith("-") else 1
    year, *rest = date.lstrip("-").split("-")
    return (sign * int(year), *map(int, rest))
