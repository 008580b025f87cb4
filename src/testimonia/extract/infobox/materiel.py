"""What materiel is called: as written, one of it ("light bombers" is "light bomber")."""

from collections.abc import Sequence
from itertools import pairwise

from testimonia.extract.infobox.nouns import nouns_in
from testimonia.extract.tokens import Token

__all__ = ["name_thing"]

_JOINTS = frozenset({"and", "/", "&", ","})


def name_thing(head: Sequence[Token]) -> str:
    """Name the things that a figure counts: "light bomber", "tanks and APCs"."""
    while head and head[-1].low.endswith("ly"):
        head = head[:-1]  # "1 destroyer possibly damaged"
    nouns = [noun for noun in nouns_in(head) if noun[2].sort == "materiel"]
    if not nouns or nouns[-1][1] != len(head) or any(token.low in _JOINTS for token in head):
        return _as_written(head)
    first, _, noun = nouns[-1]
    before = [token.text for token in head[:first] if token.kind == "word"]
    return " ".join([*before, _cased(head[first], noun.singular)])


def _as_written(head: Sequence[Token]) -> str:
    parts = [token for token in head if token.kind != "sign" or token.low in _JOINTS]
    words = parts[0].text if parts else ""
    for before, token in pairwise(parts):
        words += (" " if token.start > before.end else "") + token.text
    return words


def _cased(token: Token, singular: str) -> str:
    """Keep the capital of a designation or name."""
    raised = token.text[0].isupper() and singular[0].islower()
    return singular[0].upper() + singular[1:] if raised else singular
