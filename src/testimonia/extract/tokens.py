"""Words, numbers and signs of a passage, each with its place in the shown text.

Numbers keep their thousands ("1,200"), designations stay whole ("T-72", "Mi-8"), a possessive is a
token of its own ("Ukraine" + "'s"), hyphenated words are one word ("al-Qaeda", "Franco-Malian"),
but a number and what is hyphenated to it are three ("2,000" + "-" + "strong"). A figure glued to a
word of harm or force, the line break between them lost, is one of its own ("killed" + "3,000").
"""

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Token", "tokenize"]


class Token(NamedTuple):
    """One word, number or sign of a passage's `shown` text."""

    text: str
    low: str
    """Lower case, curly quotes made straight."""
    start: int
    end: int
    kind: str
    """word, number, ordinal, time, sign."""

    @property
    def capital(self) -> bool:
        """True for a word that begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()


_TOKEN = re.compile(
    r"""
    (?=\S)(?:                                                       # blanks are passed over at once
    (?P<plain>   [A-Za-z]++(?=[\s,;:)]|\.\s) )                      # most words: this only tells faster,
  | (?P<mark>    [,;:()"\u201c\u201d\[\]] | \.(?!\.\.) )             # and so does this for most signs
  | (?P<then>    [Tt]hen-(?=[A-Za-z]) )                            # then-President, two words
  | (?P<time>    \d{1,2}:\d{2}(?!\d) )                            # 18:52
  | (?P<ordinal> \d+(?:st|nd|rd|th)\b )                            # 59th
  | (?P<number>  \d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)      # 1,200
               | \d{1,3}(?:[ ]\d{3})*[ ]000(?![\d,.]*\d)         # 18 000 (but not 155 105, two calibres)
               | \d+\.\d+(?![.\d])                                 # 1.5
               | \d+(?![^\W_]) )                                   # 60 (but not 60mm, 3rd)
  | (?P<glued>   (?:killed|wounded|injured|captured|missing|arrested|dead|deaths|destroyed|lost
                 |men|soldiers|troops|fighters|civilians|guns|tanks|ships|aircraft|vehicles)(?=\d) )
  | (?P<word>    (?:[^\W\d_]\.){2,}                                # U.S.
               | [AFGPSTW]/(?:C|Capt|Cdre?|L|Ldr|Lt|O|Sgt)\b       # P/O, F/Lt: ranks of a service
               | \d+[^\W\d_][\w]*                                  # 20mm, 122nd-like leftovers
               | [^\W\d_]+(?:[\-\u2010\u2011]\d+[\w\-]*)            # T-72, Mi-8, Su-24MR
               | [^\W\d_]\w*(?:['\u2019\u02bc\u02bb`\u2018](?!s\b)\w+   # Jama'at
                                |[\-\u2010\u2011][^\W_]\w*)* )             # al-Qaeda
  | (?P<poss>    ['\u2019]s\b | (?<=s)['\u2019](?=\s) )            # 's
  | (?P<sign>    \.\.\.|\S )
    )
    """,
    re.VERBOSE,
)
_STRAIGHT = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-", "\u2010": "-"}
)
_make = tuple.__new__
_KINDS = {"plain": "word", "glued": "word", "then": "word", "mark": "sign", "poss": "sign"}


@lru_cache(maxsize=1 << 16)
def _low(text: str) -> str:
    """Give the lower case of a word; words recur, and a word that stands once costs no more than before."""
    return text.lower().translate(_STRAIGHT)


def tokenize(shown: str) -> list[Token]:
    """Cut a shown text into tokens; white space alone is left out."""
    tokens = []
    for match in _TOKEN.finditer(shown):
        text, kind = match[0], match.lastgroup or "sign"
        start, end = match.span()
        # A token is made in one step: its own constructor took a third of the time of cutting.
        tokens.append(_make(Token, (text, _low(text), start, end, _KINDS.get(kind, kind))))
    return tokens
