"""Fit the weights of a claim's confidence on articles that people had read before.

    python benchmarks/fitting.py [CORPUS]

Logistic regression with a penalty on large weights: what is fitted is whether a claim in prose is right in
full, by the pieces of evidence that `testimonia.extract.confidence` names. Claims of the articles marked
"fitted" in hand_read.tsv are taken; `reliability.py` shows what the weights are worth on the others. Writes
src/testimonia/lexicon/confidence.tsv. CORPUS is ../shared/corpus unless given.
"""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, sqrt

from reliability import HERE, Judged, given_corpus, judge_all

TABLE = HERE.parent / "src" / "testimonia" / "lexicon" / "confidence.tsv"
PENALTY, STEPS, RATE = 1.0, 400, 0.3
"""What a squared weight costs, how many steps are taken, and how far the first ones go."""
BIAS = "bias"


def main() -> int:
    """Fit the weights and write them; 2 if the corpus is not there."""
    judged = judge_all(given_corpus(), "fitted")
    if judged is None:
        return 2
    weights = fit([one for one in judged if one.evidence])
    head = [line for line in TABLE.read_text("utf-8").splitlines() if line[0] == "#" or "*" in line]
    rows = [f"{piece}\t{weight:+.2f}" for piece, weight in sorted(weights.items())]
    TABLE.write_text("\n".join([*head, *rows, ""]), encoding="utf-8")
    print(f"{len(rows)} weights, fitted on {sum(bool(one.evidence) for one in judged)} claims")
    return 0


def fit(judged: Sequence[Judged]) -> Mapping[str, float]:
    """Give the weight of each piece of evidence, in log-odds.

    Steps along the gradient, each weight's the shorter the more it has moved (AdaGrad).
    """
    weights: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(lambda: 1e-6)
    claims = [((BIAS, *one.evidence), one.full) for one in judged]
    for _ in range(STEPS):
        slope: dict[str, float] = defaultdict(float)
        for pieces, right in claims:
            error = right - 1 / (1 + exp(-sum(weights[piece] for piece in pieces)))
            for piece in pieces:
                slope[piece] += error
        for piece, error in slope.items():
            step = error - PENALTY * weights[piece] * (piece != BIAS)
            moved[piece] += step**2
            weights[piece] += RATE * step / sqrt(moved[piece])
    return weights


if __name__ == "__main__":
    sys.exit(main())
