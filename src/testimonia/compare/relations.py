"""All relations between the claims of one article, each with its ground."""

from collections.abc import Sequence

from testimonia.compare.comparable import Comparison, Subject, pairs, subjects
from testimonia.compare.grounds import Grounds
from testimonia.compare.intervals import TOLERANCE
from testimonia.compare.parties import Parties
from testimonia.compare.summaries import RULE, summaries
from testimonia.compare.verdicts import DENIED, Verdict, judge
from testimonia.compare.voices import Voices
from testimonia.model import Claim, Findings, Relation, RelationKind

__all__ = ["REVISED", "compare_claims"]

_KINDS: tuple[RelationKind, ...] = (
    "agrees", "contradicts", "denies", "refines", "overlaps", "revises", "summarises", "subset_of",
    "not_comparable",
)  # fmt: skip
_ORDER = {kind: rank for rank, kind in enumerate(_KINDS)}

_LATER = "compare.same-voice-later"
_SUBSET = "compare.subset"
REVISED = "compare.revised-in-text"
"""The rule of a revision that the text tells: "later revised to 35"."""

_FIGURES_DIFFER: frozenset[RelationKind] = frozenset({"contradicts", "refines", "overlaps"})


def compare_claims(
    findings: Findings, *, tolerance: float = TOLERANCE, articles: Sequence[str] = ()
) -> tuple[Relation, ...]:
    """List the relations between the claims of one article, sorted by left, right and kind.

    Each two claims stand in at most one of agrees, contradicts, refines and overlaps; denies, revises
    and summarises come in addition. The left claim of refines is the narrower one, of revises the
    later one, of denies the denial, of summarises the one in the infobox, of subset_of the part; for
    the other kinds left is the earlier in the text.
    `tolerance` is the share of N by which "about N" reaches to each side; 0 switches it off. `articles`
    names the article of each claim where the findings are those of several; grounds then tell it.
    """
    comparer = _Comparer(findings, articles)
    found = subjects(findings, tolerance, articles)
    revised = comparer.relate_revisions(findings.claims, found)
    for comparison in pairs(found, comparer.parties):
        verdict = judge(comparison, comparer.parties)
        if verdict is not None and (comparison.one.index, comparison.other.index) not in revised:
            comparer.relate(comparison.one, comparison.other, verdict)
    comparer.relate_parts(findings.claims)
    for box, told, reason in summaries(found, comparer.parties, comparer.voices):
        comparer.summarise(box, told, reason)
    return comparer.sorted()


class _Comparer:
    """Collects the relations of one article."""

    def __init__(self, findings: Findings, articles: Sequence[str]) -> None:
        self.parties = Parties(findings)
        self.voices = Voices(findings)
        self._grounds = Grounds(findings, self.voices, self.parties, articles)
        self._relations: list[Relation] = []
        self._summed: set[frozenset[int]] = set()

    def relate(self, one: Subject, other: Subject, verdict: Verdict) -> None:
        """Keep the relation of two subjects, and the revision that may go with it."""
        left, right = self._ordered(one, other, verdict)
        later = self._later(one, other) if verdict.kind in _FIGURES_DIFFER else None
        reason = f"{verdict.reason}; the same voice, later" if later else verdict.reason
        self._keep(verdict.kind, left.index, right.index, reason, verdict.rule)
        if verdict.kind == "contradicts":
            self._deny(one, other)
        if later:
            self._keep(
                "revises", later[0].index, later[1].index, "the same voice gives another figure later", _LATER
            )

    def _deny(self, one: Subject, other: Subject) -> None:
        """Keep that one of two contradicting claims is the denial of the other."""
        if _is_denial(one.claim) != _is_denial(other.claim):
            denial, said = (one, other) if _is_denial(one.claim) else (other, one)
            reason = "the first denies what the second says"
            self._keep("denies", denial.index, said.index, reason, DENIED)

    def relate_revisions(self, claims: Sequence[Claim], found: Sequence[Subject]) -> set[tuple[int, int]]:
        """Keep which figures the text says were revised by their voice; give the pairs, either way round."""
        counted = {each.index: each for each in found}
        pairs = [
            (later, claim.replaces)
            for later, claim in enumerate(claims)
            if claim.replaces is not None and self._of_one_voice(claim, claims[claim.replaces])
        ]
        for later, earlier in pairs:
            if later in counted and earlier in counted:
                self._relate_figures(counted[later], counted[earlier])
            self._keep("revises", later, earlier, "the text says that the second was revised", REVISED)
        return {*pairs, *((earlier, later) for later, earlier in pairs)}

    def _relate_figures(self, later: Subject, earlier: Subject) -> None:
        """Keep what holds between the figures of a revision that the text tells."""
        standing = self.parties.standing(later.reach, earlier.reach)
        verdict = judge(Comparison(later, earlier, standing), self.parties) if standing else None
        if verdict:
            left, right = self._ordered(later, earlier, verdict)
            self._keep(verdict.kind, left.index, right.index, verdict.reason, verdict.rule)

    def _of_one_voice(self, one: Claim, other: Claim) -> bool:
        """Tell whether two claims have one voice, that of the article too."""
        return self.voices.speak_alike(one, other) or not (one.claimants or other.claimants)

    def relate_parts(self, claims: Sequence[Claim]) -> None:
        """Keep which claims the text itself counts among others: "six, including two officers"."""
        for part, claim in enumerate(claims):
            if claim.subset_of is not None and claim.subset_of != part:
                reason = "the text counts the first among the second"
                self._keep("subset_of", part, claim.subset_of, reason, _SUBSET)

    def summarise(self, box: Subject, told: Subject, reason: str) -> None:
        """Keep the relation of an infobox claim to a prose claim that it sums up."""
        self._summed.add(frozenset({box.index, told.index}))
        self._keep("summarises", box.index, told.index, reason, RULE)

    def sorted(self) -> tuple[Relation, ...]:
        """Give what was kept, in order; what is summed up needs no warning beside it."""
        kept = (
            each
            for each in self._relations
            if each.kind != "not_comparable" or frozenset({each.left, each.right}) not in self._summed
        )
        return tuple(sorted(kept, key=lambda each: (each.left, each.right, _ORDER[each.kind])))

    def _ordered(self, one: Subject, other: Subject, verdict: Verdict) -> tuple[Subject, Subject]:
        turned = verdict.turned if verdict.directed else other.index < one.index
        return (other, one) if turned else (one, other)

    def _later(self, one: Subject, other: Subject) -> tuple[Subject, Subject] | None:
        """Give the later and the earlier of two subjects where one revises the other."""
        if one.claim.statement is None or other.claim.statement is None:
            return None
        if self.voices.revises(one.claim, other.claim):
            return one, other
        return (other, one) if self.voices.revises(other.claim, one.claim) else None

    def _keep(self, kind: RelationKind, left: int, right: int, reason: str, rule: str) -> None:
        self._relations.append(Relation(kind, left, right, self._grounds.ground(left, right, reason), rule))


def _is_denial(claim: Claim) -> bool:
    return claim.polarity == "negated" or claim.stance == "denied"
