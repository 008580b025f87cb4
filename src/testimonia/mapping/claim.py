"""Claims with a figure: how many of whom, says who.

A claim's IRI comes from what it says and who says it. Claims that say the same are one node with a
reading for each place where it was read, except within one sentence: a line that gives the same
figure twice counts two things ("two guards were killed at the ford and two at the mill").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping import concepts
from testimonia.mapping.iris import part
from testimonia.mapping.proposition import proposition
from testimonia.mapping.quantity import map_quantity
from testimonia.mapping.reading import Seen, attest, derive
from testimonia.mapping.slugs import short_hash, slug
from testimonia.mapping.source import cite
from testimonia.mapping.terms import describe, literal, tagged, tm
from testimonia.mapping.timespan import edtf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testimonia.mapping.iris import Iris
    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Actor, Assertion, Claim, Findings

__all__ = ["map_claims", "name_claims", "voice"]


def name_claims(findings: Findings, iris: Iris, statements: dict[str, Node]) -> tuple[Node, ...]:
    """Mint the IRI of each claim, in the order of the findings; equal claims get the same one."""
    said = [_identity(claim, iris, statements) for claim in findings.claims]
    earlier: dict[tuple[str, ...], list[Claim]] = {}
    names = []
    for claim, identity in zip(findings.claims, said, strict=True):
        twins = {
            twin.span
            for twin in earlier.get(identity, ())
            if twin.sentence == claim.sentence and not twin.span.meets(claim.span)
        }
        earlier.setdefault(identity, []).append(claim)
        apart = (str(len(twins)),) if twins else ()
        name = f"{slug(claim.measure)}-{short_hash(*identity, *apart)}"
        names.append(iris.under("claim", iris.event(claim.event), name))
    return tuple(names)


def _identity(claim: Claim, iris: Iris, statements: dict[str, Node]) -> tuple[str, ...]:
    """Say what makes a claim this claim: what it says, who says it, and nothing of how it was read."""
    quantity = claim.quantity
    vague = (quantity.wording or "").lower() if quantity.kind == "vague" else ""
    return (
        iris.event(claim.event).value,
        claim.measure,
        (claim.item or "").lower(),
        *sorted(iris.actors[key].value for key in claim.parties),
        f"side {claim.side}",
        claim.category,
        f"{quantity.kind} {quantity.low} {quantity.high} {vague}",
        f"{claim.stance} {claim.polarity} {claim.scope}",
        edtf(claim.when) or "",
        *sorted(iris.actors[key].value for key in claim.claimants),
        statements[claim.statement].value if claim.statement else "",
    )


def map_claims(
    findings: Findings, names: Sequence[Node], statements: dict[str, Node], ledger: Ledger
) -> Iterator[Triple]:
    """Describe the claims; each node once, with a reading for each claim that has its name."""
    actors = {actor.key: actor for actor in findings.actors}
    equal: dict[Node, list[Claim]] = {}
    for name, claim in zip(names, findings.claims, strict=True):
        equal.setdefault(name, []).append(claim)
    for name, claims in equal.items():
        yield from _map_claim(name, claims[0], actors, ledger)
        yield from voice(name, claims[0], statements, ledger)
        totals = {names[claim.subset_of] for claim in claims if claim.subset_of is not None} - {name}
        yield from describe(name, ("tm:subsetOf", tuple(totals)))
        seen = [_seen(claim) for claim in claims]
        yield from attest(name, ledger, *seen)
        yield from derive(name, ledger, statements.get(claims[0].statement or ""), *seen)
        yield from cite(name, claims, findings, ledger)


def _map_claim(name: Node, claim: Claim, actors: dict[str, Actor], ledger: Ledger) -> Iterator[Triple]:
    quantity = part(name, "quantity")
    inherited = claim.when.inherited if claim.when else None
    yield from describe(
        name,
        ("rdf:type", (tm("Claim"), concepts.measure_class(claim.measure))),
        ("tm:about", ledger.iris.event(claim.event)),
        ("tm:measure", concepts.measure(claim.measure)),
        ("tm:quantity", quantity),
        ("tm:affectedParty", tuple(ledger.iris.actors[key] for key in claim.parties)),
        ("tm:affectedSide", ledger.side(claim.event, claim.side)),
        ("tm:category", concepts.category(claim.category)),
        ("tm:item", literal(claim.item) if claim.item else None),
        ("tm:scope", concepts.scope(claim.scope)),
        ("tm:happenedOn", ledger.time(claim.when)),
        ("tm:dateInherited", tagged(inherited, "en") if inherited else None),
        ("tm:propositionText", tagged(proposition(claim, [actors[key] for key in claim.parties]), "en")),
    )
    yield from map_quantity(quantity, claim.quantity, ledger.options.margin)


def voice(
    name: Node, claim: Claim | Assertion, statements: dict[str, Node], ledger: Ledger
) -> Iterator[Triple]:
    """Describe whose claim it is: claimants, stance, polarity, and the statement it was made in."""
    claimants = tuple(ledger.iris.actors[key] for key in claim.claimants)
    attribution = ("unattributed", "attributed", "collective")[min(len(set(claimants)), 2)]
    return describe(
        name,
        ("tm:attribution", concepts.word(attribution)),
        ("tm:claimant", claimants),
        ("tm:stance", concepts.word(claim.stance)),
        ("tm:polarity", concepts.word(claim.polarity)),
        ("tm:madeIn", statements[claim.statement] if claim.statement else None),
        ("prov:wasAttributedTo", claimants),
    )


def _seen(claim: Claim) -> Seen:
    return Seen(
        claim.span,
        claim.sentence,
        claim.rule,
        claim.confidence,
        quantity=claim.quantity,
        basis=claim.party_basis,
    )
