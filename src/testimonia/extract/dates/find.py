"""Find the date phrases of a sentence: the earliest wins, then the longest, then the rule's order."""

from collections.abc import Sequence

from testimonia.extract.dates.absolute import read_absolute
from testimonia.extract.dates.letters import compile_rule, letters
from testimonia.extract.dates.mention import DateMention
from testimonia.extract.dates.phrases import ABSOLUTE
from testimonia.extract.dates.relative import RELATIVE
from testimonia.extract.tokens import Token

__all__ = ["find_dates"]

# One of these letters stands in every phrase; most sentences without a date end here.
_SIGNS = frozenset[str]().union(*(rule.keys for rule in ABSOLUTE), *(rule.keys for rule in RELATIVE))


def find_dates(tokens: Sequence[Token], *, alone: bool = False) -> list[DateMention]:
    """Give the date phrases of a sentence in text order; they do not overlap.

    With `alone` the text is known to be a date and nothing else (an infobox value), so that a bare
    "1187" or "May" is one.
    """
    line = letters(tokens)
    present = frozenset(line)
    if present.isdisjoint(_SIGNS):
        return []
    found = [
        read_absolute(rule, tokens, match, alone=alone)
        for rule in ABSOLUTE
        if not rule.keys.isdisjoint(present) and not (rule.joints and rule.joints.isdisjoint(present))
        for match in compile_rule(rule.shape).finditer(line)
    ]
    found += [
        rule.read(tokens, match)
        for rule in RELATIVE
        if not rule.keys.isdisjoint(present)
        for match in compile_rule(rule.shape).finditer(line)
    ]
    return _apart([mention for mention in found if mention])


def _apart(found: list[DateMention]) -> list[DateMention]:
    """Keep of overlapping mentions the one that begins first, of those the longest."""
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda one: (one.first, -one.last)):
        if not kept or mention.first >= kept[-1].last:
            kept.append(mention)
    return kept
