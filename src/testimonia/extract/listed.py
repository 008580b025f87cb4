"""Whose figures the items of a list are, where an item above them names somebody and says no more.

example          * Dowland            → the items below it speak of Dowland
                 ** 200 killed
example          * 7th Roe Division (General Orr)      → the next item alone speaks of it
                 ** (six battalions, 20 guns)
                 * 7th Roe Wing: 30 bombers          → the item itself names whose they are
counter-example  * 7th Roe Division, and below it: * Total: 300 guns · * Bombers, and below it: * 30 Roes
"""

from testimonia.extract.drafts import Named
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms

__all__ = ["ListLabel"]

_LONGEST = 4
"""Words in the longest label: "Soviet Union", "14th Roe Infantry Division"."""

_BEHIND_LABELS = frozenset({":", "-", "–", "—"})


class ListLabel:
    """The list item that names whose figures the items below it are."""

    def __init__(self) -> None:
        """Begin without one."""
        self._name: Named | None = None
        self._last: int | None = None
        """The paragraph up to which a unit's name is the label; None for camps, which lists go on about."""

    def of(self, sentence: Sentence) -> Named | None:
        """Give the label of an item, its own first; a unit's is that of the next alone, if that has none."""
        own = _own_label(sentence)
        if own is not None:
            return own
        if self._last is None:
            return self._name
        return self._name if sentence.paragraph <= self._last and not _opens_with_name(sentence) else None

    def keep(self, sentence: Sentence) -> None:
        """Keep a list item that is nothing but a name; forget it behind the list."""
        bracket = next((at for at, token in enumerate(sentence.tokens) if token.text == "("), None)
        words = [token for token in sentence.tokens[:bracket] if token.kind != "sign"]
        if not sentence.passage.item:
            self._name = self._last = None
        elif sentence.start == 0 and 0 < len(words) <= _LONGEST and _names_force(words):
            last = sentence.tokens.index(words[-1]) + 1
            self._name = Named(sentence.words(0, last), sentence.source(0, last))
            unit = bracket is not None or len(words) == _LONGEST or words[0].kind == "ordinal"
            self._last = sentence.paragraph + 1 if unit else None


def _opens_with_name(sentence: Sentence) -> bool:
    """Tell "4th Roe Regiment (44 tanks)", which speaks of another, from "(44 tanks)", "44 tanks"."""
    first = next((token for token in sentence.tokens if token.kind != "sign"), None)
    shown = sentence.passage.shown.lstrip()[:1]
    return shown.isupper() or (first is not None and first.kind == "ordinal" and shown.isdigit())


def _own_label(sentence: Sentence) -> Named | None:
    """Read the unit of "7th Roe Wing: 30 bombers", "VF-3 – 25 fighters"; None for "T-34: 300"."""
    if not sentence.passage.item or sentence.start:
        return None
    tokens = sentence.tokens
    end = next((at for at, token in enumerate(tokens[: _LONGEST + 1]) if token.text in _BEHIND_LABELS), 0)
    words = [token for token in tokens[:end] if token.kind != "sign"]
    counted = [token.kind for token in tokens[end + 1 : end + 3]] == ["number", "word"]
    named = counted and _names_unit(words)
    return Named(sentence.words(0, end), sentence.source(0, end)) if named else None


def _names_unit(words: list[Token]) -> bool:
    """Tell "7th Roe Wing", "VF-3" from "T-34" and "Bombers"."""
    if not words or words[0].kind == "number":
        return False
    if not all(_of_name(token) or token.text.isdigit() for token in words):
        return False
    unit = any(token.kind == "ordinal" or token.low in forms("units") for token in words)
    short = words[0].text[:2].isupper() and any(sign.isdigit() for token in words for sign in token.text)
    return unit or short


def _names_force(words: list[Token]) -> bool:
    """Tell "7th Roe Division" from "Bombers"."""
    return all(map(_of_name, words)) and not (len(words) == 1 and words[0].low in forms("materiel"))


def _of_name(token: Token) -> bool:
    return token.capital or token.kind == "ordinal"
