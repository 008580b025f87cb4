"""The ground of a relation: one sentence that lets a reader judge without opening the article.

"MSA, 1 April 2018, of its enemy: 20 killed (bandits); leader of the MSA, 23 April 2018, of its
enemy: 30–40 killed (jihadists): the ranges do not meet; the same voice, later."
"""

from collections.abc import Sequence

from testimonia.compare.parties import Parties
from testimonia.compare.voices import Voices
from testimonia.lexicon import plural_of
from testimonia.model import Actor, Category, Claim, Findings, Measure, Quantity, When, Zone

__all__ = ["Grounds", "short_name"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

_COUNTED: dict[Measure, str] = {
    "killed_or_wounded": "killed or wounded",
    "losses": "lost",
    "strength": "strong",
    "materiel_strength": "fielded",
    "materiel_lost": "lost",
}
"""What is said of those counted, where it is not the measure's own word."""

_UNNAMED: dict[Category, str] = {"unknown": "nobody named", "mixed": "fighters and civilians"}

_ZONES: dict[Zone, str] = {
    "infobox": "the infobox",
    "lead": "the lead",
    "caption": "a caption",
    "table": "a table",
}
"""Who speaks where no claimant is named: the article, and where in it."""


class Grounds:
    """Writes grounds with the names that one article uses.

    `articles` names the article of each claim where there are several; a ground tells them where they differ.
    """

    def __init__(
        self, findings: Findings, voices: Voices, parties: Parties, articles: Sequence[str] = ()
    ) -> None:
        self._claims = findings.claims
        self._articles = articles
        self._voices = voices
        self._parties = parties
        self._told: dict[int, str] = {}
        self._guessed = {n for n, claim in enumerate(findings.claims) if claim.party_basis == "order"}

    def ground(self, left: int, right: int, reason: str) -> str:
        """Write the ground of a relation between two claims: both claims, then the reason."""
        first, second = self._told_beside(left, right), self._told_beside(right, left)
        guess = "; a party is guessed from the order" if {left, right} & self._guessed else ""
        return f"{first[0].upper()}{first[1:]}; {second}: {reason}{guess}."

    def _told_beside(self, index: int, other: int) -> str:
        """Tell a claim, and in which article, where the other stands in another one."""
        if not self._articles or self._articles[index] == self._articles[other]:
            return self.told(index)
        return f"“{self._articles[index]}”, {self.told(index)}"

    def told(self, index: int) -> str:
        """Tell a claim in short: who, when, of whom, and how many."""
        if index not in self._told:
            self._told[index] = self._tell(self._claims[index])
        return self._told[index]

    def _tell(self, claim: Claim) -> str:
        side = self._parties.side(claim)
        axis = self._voices.axis(claim, side)
        parts = [self._who(claim), _date(self._voices.said(claim))]
        parts.append({"own": "of its own", "enemy": "of its enemy"}.get(axis, ""))
        head = ", ".join(part for part in parts if part)
        return f"{head}: {self._figure(claim, side)}"

    def _who(self, claim: Claim) -> str:
        if not claim.claimants:
            return _ZONES.get(claim.zone, "the article")
        return self.names(claim.claimants)

    def _figure(self, claim: Claim, side: int | None) -> str:
        words = [_amount(claim.quantity), _things(claim), _COUNTED.get(claim.measure, claim.measure)]
        whom = self.names(claim.parties)
        if not whom:
            whom = (
                _UNNAMED.get(claim.category, claim.category)
                if side is None
                else self._side(claim.event, side)
            )
        denied = " denied" if claim.polarity == "negated" else ""
        return f"{' '.join(word for word in words if word)}{denied} ({whom})"

    def _side(self, event: str, side: int) -> str:
        """Call a side by its number; by who fights on it where articles may number the sides differently."""
        fighting = self.names(tuple(sorted(self._parties.roots(event, side)))) if self._articles else ""
        return f"side of {fighting}" if fighting else f"side {side}"

    def names(self, keys: tuple[str, ...]) -> str:
        """Give actors by their acronyms or labels."""
        actors = (self._voices.actor(key) for key in keys)
        return " and ".join(short_name(actor) for actor in actors if actor is not None)


def short_name(actor: Actor) -> str:
    """Give the acronym where the article has one, else the label."""
    return next((alias for alias in actor.aliases if alias.isupper()), actor.label)


def _things(claim: Claim) -> str:
    """Give what is counted: "tank" behind a one, "tanks" behind all else."""
    item = claim.item or ""
    return item if claim.quantity.high == 1 else plural_of(item)


def _amount(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if quantity.kind == "vague":
        return quantity.wording or quantity.verbatim
    if high == 0:
        return "none"
    if low is None or high is None:
        return f"up to {high:,}" if high is not None else f"at least {low or 0:,}"
    number = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"about {number}" if quantity.approximate else number


def _date(when: When | None) -> str:
    """Write a date as people do, with the precision it has: "23 April 2018", "31 BCE"."""
    if when is None or not when.start:
        return ""
    sign = "-" if when.start.startswith("-") else ""
    year, *rest = when.start.lstrip("-").split("-")
    numbers = [str(int(part)) for part in rest[::-1]]
    if rest:
        numbers[-1] = _MONTHS[int(rest[0]) - 1]
    shown = f"{int(year) + 1} BCE" if sign else year
    return " ".join([*numbers, shown])
