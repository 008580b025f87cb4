"""How sure it is that a claim was read right: the pieces of evidence weighed together.

A weight (lexicon/confidence.tsv) is what one piece adds to the log-odds that kind, figure, party and
claimant are all right. `benchmarks/fitting.py` fits the weights on articles that people had read before the
program did; `benchmarks/reliability.py` measures on others how far the sum can be relied on.

example          three guards of a named side killed, says a named ministry → high
counter-example  "many were hurt", whose side nothing tells                 → low
"""

from collections.abc import Iterator
from functools import cache
from math import exp

from testimonia.extract.actors import Cast
from testimonia.extract.actors.kinds import FIGHTING
from testimonia.extract.bearer import Bearer
from testimonia.extract.drafts import ClaimDraft
from testimonia.lexicon import rows
from testimonia.model import ActorKind, Measure, Quantity

__all__ = ["name_evidence", "weigh_evidence"]

_LEAST, _MOST = 0.02, 0.99


def weigh_evidence(draft: ClaimDraft, harmed: Bearer, cast: Cast, *, said: bool) -> float:
    """Give the confidence that a claim is read right in full, between 0.02 and 0.99."""
    if draft.confidence is not None:
        return draft.confidence
    kind = cast.get(harmed.parties[0]).kind if harmed.parties else None
    pieces = name_evidence(draft.rule, draft.measure, draft.quantity, harmed, kind, said=said)
    odds = _weights()["bias"] + sum(_weights().get(piece, 0.0) for piece in pieces)
    return min(_MOST, max(_LEAST, round(1 / (1 + exp(-odds)), 2)))


@cache
def _weights() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in rows("confidence")}


def name_evidence(
    rule: str, measure: Measure, quantity: Quantity, harmed: Bearer, kind: ActorKind | None, *, said: bool
) -> Iterator[str]:
    """Name the pieces of evidence of a claim in prose; `kind` is that of the first party, if one is named."""
    yield f"rule.{rule.removeprefix('prose.')}"
    yield f"measure.{measure}"
    yield f"figure.{quantity.kind}"
    yield f"said.{str(said).lower()}"
    yield f"cat.{harmed.category}"
    yield f"basis.{harmed.basis}"
    yield f"party.{_party(harmed, kind)}"


def _party(harmed: Bearer, kind: ActorKind | None) -> str:
    if kind is None:
        return "nobody" if harmed.side is None else "side"
    told = "named" if kind in FIGHTING else kind.replace(" ", "_")
    return f"{told}.{'aside' if harmed.side is None else 'side'}"
