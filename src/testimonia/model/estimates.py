"""What is made of rival claims on demand: estimates, and the policies they are made under."""

from dataclasses import dataclass
from typing import Literal

from testimonia.model.words import Measure

__all__ = ["Estimate", "LeftOut", "Policy", "Voice", "Whom"]

Voice = Literal["confirmed", "own", "enemy", "party", "joint", "outside", "article"]
"""In what part somebody gives a figure."""

Whom = Literal["party", "side", "civilians", "everybody"]


@dataclass(frozen=True, slots=True)
class Policy:
    """How low, best and high are taken from rival figures; the words are told in compare/policies."""

    name: str
    """ASCII slug, part of the IRIs of the estimates: "ucdp"."""
    title: str
    reliable: tuple[Voice, ...]
    credible: tuple[Voice, ...]
    low: Literal["lowest", "best"]
    best: Literal["most reliable", "lowest", "highest", "none"]
    high: Literal["highest", "best"]
    point: Literal["low", "middle", "high"]
    episodes: Literal["skip", "keep"]
    superseded: Literal["skip", "keep"]
    ends: Literal["bound", "open"]
    vague: Literal["bound", "last", "skip"]
    silence: Literal["zero", "open"]
    words: tuple[tuple[str, int], ...] = ()
    """Vague words in lower case and the numbers they count as."""
    claimant: str = ""
    """For "claimant:X": the name, alias, key or IRI of X; "" for everybody."""

    @property
    def label(self) -> str:
        """The policy as it is asked for: "ucdp", "claimant:MSA"."""
        return f"{self.name}:{self.claimant}" if self.claimant else self.name


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim that did not enter an estimate, and why."""

    claim: int
    """Index in `Findings.claims`."""
    reason: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """Low, best and high of one measure of some people in one event, under one policy."""

    event: str
    """Key of the event."""
    measure: Measure
    item: str
    """For materiel: what, in the singular; else ""."""
    whom: Whom
    side: int | None
    """The number of the side; None for the civilians of no side, and for everybody."""
    parties: tuple[str, ...]
    """For a party: the keys of its actors, sorted."""
    policy: str
    """Name of the policy; "claimant:MSA" with the voice."""
    low: int
    best: int | None
    """None where the policy has none, or a part of a sum is not known."""
    high: int | None
    """None where nothing bounds it from above."""
    method: str
    """How it was made, in one readable sentence."""
    inputs: tuple[int, ...]
    """Indexes in `Findings.claims`, in order: what it rests on."""
    left_out: tuple[LeftOut, ...] = ()
    """Claims about the same people that it does not rest on, and why."""
    summed: tuple[int, ...] = ()
    """For a sum: the indexes of the estimates added up, in the tuple that holds this one."""
    obstacle: str = ""
    """Why it could not be summed, or not wholly; "" where nothing is in the way."""
