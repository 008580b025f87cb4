"""The figures of a value that count something, and those that only describe.

example          2 of 5 ships lost (two) · Heavy · At least four killed
counter-example  1 light cruiser · 7 heavy guns · No. 226 Squadron
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from testimonia.extract.figures import Figure, find_figures
from testimonia.extract.infobox.kinds import kind_at
from testimonia.extract.infobox.nouns import noun_at
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set

__all__ = ["counting_figures"]

_GUESSED = word_set("layout", "guessed")
_OF_WHOLE = frozenset({"of", "the", "its", "their", "his", "a", "total", "all", "initial", "original"})
"""Words between a part and the whole that it is counted of."""


def counting_figures(tokens: Sequence[Token], taken: Collection[int]) -> list[Figure]:
    """Find the figures, leaving out adjectives of rank and size: "1 light cruiser", "7 heavy guns"."""
    found: list[Figure] = []
    for figure in find_figures(tokens, taken, adjectives=True):
        if figure.quantity.kind in {"vague", "unknown", "none", "not_reported"} and not _stands(
            tokens, figure, found
        ):
            continue
        if tokens[figure.first].text[0] == "0" and len(tokens[figure.first].text) > 1:
            continue  # the rest of a number that a converter cut
        if found and _is_whole(tokens, found[-1], figure):
            found[-1] = replace(found[-1], last=figure.last)
            continue
        found.append(figure)
    return found


def _is_whole(tokens: Sequence[Token], part: Figure, whole: Figure) -> bool:
    """Tell the five of "2 of 5 ships lost", of which two are counted, from a figure of its own."""
    between = [token.low for token in tokens[part.last : whole.first]]
    if between[:1] != ["of"] or any(word not in _OF_WHOLE for word in between):
        return False
    few, all_of_them = part.quantity.high, whole.quantity.low
    return few is not None and all_of_them is not None and few <= all_of_them


def _stands(tokens: Sequence[Token], figure: Figure, before: Sequence[Figure]) -> bool:
    """Tell whether a word without a number counts something here."""
    if all(token.kind == "sign" for token in tokens[figure.first : figure.last]):
        return len(tokens) == figure.last - figure.first
    noun = noun_at(tokens, figure.first, len(tokens))
    if (
        tokens[figure.last - 1].low == "no"
        and tokens[figure.last : figure.last + 1]
        and tokens[figure.last].kind == "number"
    ):
        return False  # "No. 226 Squadron", the point left out
    if noun and noun[0] > figure.last:
        return False  # "multiple rocket launchers" are one thing
    if figure.quantity.verbatim.lower() in _adjectives():
        return _grades(tokens, figure)
    return not (before and figure.first == before[-1].last)


def _grades(tokens: Sequence[Token], figure: Figure) -> bool:
    """Tell whether "Heavy" stands for a figure: alone, or before words of harm or a heading."""
    after = tokens[figure.last] if figure.last < len(tokens) else None
    rest = tokens[figure.last :]
    told = (
        after is not None
        and after.capital
        and any(token.low in word_set("layout", "claiming") for token in rest[1:])
    )
    apart = after is not None and any(
        found.first == 0 for found in find_figures(rest)
    )  # "heavy At least four"
    alone = after is None or told or apart or kind_at(tokens, figure.last, len(tokens)) is not None
    opens = figure.first == 0 or tokens[figure.first - 1].low in _GUESSED
    return (
        alone
        and opens
        and tokens[figure.first].low
        not in {"total", "overall", "complete", "combined", "additional", "further"}
    )


@cache
def _adjectives() -> frozenset[str]:
    """Vague words that grade losses and count nothing: "heavy", "light"."""
    counting = {row["word"] for row in rows("vague") if row["position"] != "adjective"}
    return (
        frozenset(row["word"].lower() for row in rows("vague") if row["position"] == "adjective") - counting
    )
