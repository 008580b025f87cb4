"""Offices that several share: "the Roe consuls Ann Dow and Tom Dow".

example          Mali's ministers Ann Roe, Tom Dow and Jan Orr → minister, each of them
                 two members of the Malian senate, Ann Roe and Tom Dow → member of the Malian senate
counter-example  the generals Ann Roe and Tom Dow (a rank) · the mayors of Kayes and Gao
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.actors.holding import Holder, PersonUses
from testimonia.extract.actors.names import Use
from testimonia.extract.actors.office_phrases import phrase_start, phrase_stop
from testimonia.extract.actors.titles import shared_heads
from testimonia.extract.tokens import Token

__all__ = ["find_shared"]


def find_shared(persons: PersonUses) -> Iterator[Holder]:
    """Find the persons of a sentence whose names follow an office in the plural, in text order."""
    tokens = persons.sentence.tokens
    if shared_heads().isdisjoint(persons.sentence.lows):
        return
    for at, token in enumerate(tokens):
        if token.low in shared_heads():
            singular, first = token.text[:-1], phrase_start(tokens, at)
            before = persons.sentence.words(first, at) if first < at else ""
            last = phrase_stop(tokens, at + 1)
            behind = persons.sentence.words(at + 1, last) if last > at + 1 else ""
            listed = list(_listed(persons, _after_sign(tokens, last) if behind else last))
            if behind and listed and listed[0].last - listed[0].first < 2:
                continue  # "the mayors of Kayes, Gao and Segou"
            for use in listed:
                yield persons.holder(use, f"{before} {singular} {behind}".strip(), before or None)


def _after_sign(tokens: Sequence[Token], at: int) -> int:
    return at + (at < len(tokens) and tokens[at].text in {",", ":"})


def _listed(persons: PersonUses, at: int) -> Iterator[Use]:
    """Give the persons of a list that begins at a token: "Ann Roe, Tom Dow and Jan Orr"."""
    tokens = persons.sentence.tokens
    while (use := persons.at(at)) is not None:
        yield use
        at = use.last
        at += at < len(tokens) and tokens[at].text == ","
        at += at < len(tokens) and tokens[at].low == "and"
