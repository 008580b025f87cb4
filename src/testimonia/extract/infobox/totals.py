"""Words that announce a sum: "Total", "in total", "overall"."""

from collections.abc import Sequence

from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set

__all__ = ["is_total"]

_TOTALS = word_set("layout", "total")


def is_total(tokens: Sequence[Token]) -> bool:
    """Tell whether words announce a sum."""
    return any(token.low in _TOTALS for token in tokens)
