"""Parts and wholes of a force that stand for a figure: "Entire garrison killed", "Most of the army".

example          All killed or captured · Nearly the whole army · Half the fleet sunk · Two-thirds of the army
counter-example  All 73 crew killed (73 are counted) · All data from Roe · Entire division: 1,000 men
"""

from collections.abc import Sequence

from testimonia.extract.figures import Figure
from testimonia.extract.infobox.kinds import kind_between
from testimonia.extract.infobox.nouns import sort_of
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set
from testimonia.model import Quantity

__all__ = ["is_share", "share_of"]

_HEDGES = word_set("layout", "share_hedge")
_SHARES = word_set("layout", "share")
_COUNTED = frozenset({"people", "civilians", "unit", "materiel"})


def share_of(tokens: Sequence[Token], *, opens: bool) -> list[Figure]:
    """Read the share of a force with which words without a figure begin; [] where there is none.

    Only where it `opens` the value is "all executed" a share: else all of the figure before are meant.
    """
    at = 0
    while at < len(tokens) and tokens[at].low in _HEDGES:
        at += 1
    if at >= len(tokens) or tokens[at].low not in _SHARES:
        return []
    kind = kind_between(tokens, at + 1, len(tokens))
    if kind and kind.first == at + 1 and tokens[at].low == "all" and not opens:
        return []
    if kind is None and sort_of(tokens[at + 1 :]) not in _COUNTED:
        return []
    words = " ".join(token.text for token in tokens[: at + 1])
    return [Figure(0, at + 1, Quantity("vague", None, None, words, words))]


def is_share(figure: Figure | None) -> bool:
    """Tell "Entire", "Most of" and "Two-thirds of" from a count of whole units."""
    if figure is None or figure.quantity.kind != "vague":
        return False
    words = figure.quantity.verbatim.lower().split()
    return words[-1] in _SHARES or (words[-1] == "of" and not _SHARES.isdisjoint(words))
