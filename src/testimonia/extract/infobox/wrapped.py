"""Segments of a value that a line break or a comma parts although they belong together.

example          "700 killed" and "wounded or captured" are one count
counter-example  "20 killed" and "Wounded: 45" are two
"""

from collections.abc import Sequence
from dataclasses import replace

from testimonia.extract.figures import find_figures
from testimonia.extract.infobox.kinds import kind_at, kind_between
from testimonia.extract.infobox.layout import Segment
from testimonia.extract.infobox.nouns import sort_of
from testimonia.extract.infobox.totals import is_total
from testimonia.extract.tokens import Token

__all__ = ["merged"]


def merged(segments: Sequence[Segment]) -> list[Segment]:
    """Bring "700 killed" and "wounded or captured" together again."""
    found: list[Segment] = []
    for segment in segments:
        if found and found[-1].end in {",", "\n"} and _continues(found[-1], segment):
            found.append(_joined(found.pop(), segment))
        else:
            found.append(segment)
    return found


def _joined(before: Segment, segment: Segment) -> Segment:
    """Make one segment of two, the comma between them kept as a joint."""
    edge = before.tokens[-1].end
    tokens = (*before.tokens, Token(",", ",", edge, edge, "sign"), *segment.tokens)
    shift = len(before.tokens) + 1
    brackets = tuple(replace(bracket, at=bracket.at + shift) for bracket in segment.brackets)
    return replace(segment, tokens=tokens, brackets=before.brackets + brackets, flags=before.flags)


def _continues(before: Segment, segment: Segment) -> bool:
    """Tell whether a segment goes on with the words of harm of the one before it."""
    tokens = segment.tokens
    at = 1 if tokens and tokens[0].low in {"and", "or", "&"} else 0
    if at >= len(tokens) or segment.flags or before.brackets or (is_total(tokens) and segment.end == ":"):
        return False
    figures, kind = find_figures(before.tokens), kind_at(tokens, at, len(tokens))
    if not figures or kind is None or find_figures(tokens):
        return False
    rest = tokens[kind.last :]
    if not rest and segment.end == ":" and tokens[0].capital:
        return False  # "20 killed", "Wounded: 45": the word heads what follows
    if rest and rest[0].kind == "word" and not rest[0].capital and rest[0].low not in {"per", "according"}:
        return False
    earlier = kind_between(before.tokens, 0, len(before.tokens))
    if earlier:
        return earlier.last == len(before.tokens) and earlier.first > 0
    nouns = before.tokens[figures[-1].last :]
    wrapped = before.end == "\n" and segment.end != ":" and kind.last == len(tokens)
    return wrapped and sort_of(nouns) in {"nothing", "unknown"}
