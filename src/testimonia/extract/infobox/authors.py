"""Sayers that stand without a word of saying: "Ashe and Birch:", "(Ashe)", "Lorn Times:".

Only evidence makes one of a bare name: the article's references cite it, it is a known outlet or
chronicler, or in a bracket or below another sayer's figures the article lets it speak.
"""

import re
from collections.abc import Sequence
from functools import cache

from testimonia.extract.drafts import Named, Saying
from testimonia.extract.infobox.nouns import nouns_in
from testimonia.extract.infobox.parties import capital_runs
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set
from testimonia.model import Passage

__all__ = ["bare_sayer", "cited_authors", "next_author"]

_CITING = r"\{{\{{\s*(?:sfn|harv)[^{{}}]*\|\s*{name}\s*[|}}]|\blast\d?\s*=\s*{name}\b"
_CHRONICLERS = word_set("layout", "chronicler")
_TOLD = "said|says|reported|claim(?:s|ed)|state[sd]|estimate[sd]|puts?|counted"


def bare_sayer(passage: Passage, tokens: Sequence[Token], text: str, *, below: bool = False) -> Saying | None:
    """Read a bare name as the one who gives figures.

    `below` is true in a bracket and under another sayer's heading.
    """
    if not tokens or not tokens[0].capital:
        return None
    start, end = tokens[0].start, tokens[-1].end
    whole = passage.shown[start:end]
    if whole in _outlets() or whole.lower() in _CHRONICLERS or (below and _speaks(whole, text)):
        return _saying([Named(whole, passage.source(start, end))])
    return cited_authors(passage, tokens, text)


def cited_authors(passage: Passage, tokens: Sequence[Token], text: str) -> Saying | None:
    """Read names that the article's references cite as those who give figures."""
    runs = capital_runs(passage, tokens)
    joined = all(token.capital or token.low in {"and", "&", ","} or token.kind == "sign" for token in tokens)
    return _saying(runs) if runs and joined and all(_is_cited(run.words, text) for run in runs) else None


def next_author(passage: Passage, tokens: Sequence[Token]) -> Saying | None:
    """Read a further name below one author's figures as another author."""
    runs = capital_runs(passage, tokens)
    named = len(runs) == 1 and len(tokens) <= 2 and tokens[0].capital and not nouns_in(tokens)
    return _saying(runs) if named else None


def _saying(names: Sequence[Named]) -> Saying:
    return Saying(tuple(names), "claimed", names[0].span)


def _speaks(name: str, text: str) -> bool:
    """Tell whether somebody of this name says or reports something in the article."""
    who = rf"(?:the\s)?(?:\[\[)?{re.escape(name)}(?:\]\])?"
    return re.search(rf"(?i:according to|per)\s{who}\b|\b{who}\s(?:{_TOLD})\b", text) is not None


def _is_cited(name: str, text: str) -> bool:
    pattern = _CITING.format(name=re.escape(name.rsplit(maxsplit=1)[-1]))
    return re.search(pattern, text, re.IGNORECASE) is not None


@cache
def _outlets() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("media"))
