"""Who says it, where only a bracket behind a count tells: "20 rebels were killed (per SOHR)".

example          20 rebels (per SOHR) and nine soldiers (army claim) were killed
                 lost 2,000 men (according to Dow) or 3,000 men (according to Poe)
                 20 rebels were killed and 30 wounded [according to the ministry]
counter-example  20 rebels were killed (see below) · 20 killed (per day) · the town fell; Orr left (per SOHR)
"""

from collections.abc import Sequence

from testimonia.extract.attribution import speaks
from testimonia.extract.drafts import Saying
from testimonia.extract.infobox.authors import bare_sayer
from testimonia.extract.infobox.sayings import read_saying
from testimonia.extract.prose import Found, Scene
from testimonia.lexicon import word_set

__all__ = ["Bracket", "brackets_of", "said_behind"]

Bracket = tuple[int, Saying]
"""Its first token, and what it says of who speaks."""

_OPENING = frozenset({"per", "according", "claimed", "reported", "estimated", "source", "sources"})
_CLOSING = frozenset({"claim", "claims", "estimate", "estimates", "figure", "figures", "sources", "count"})
_UNITS = word_set("grammar", "per_units")
_LONGEST = 12
"""Tokens of the longest bracket that only names who says it."""
_NEAR = 12
"""Tokens that may stand between a count and the bracket behind its clause."""
_BREAKS = frozenset({";", "but", "while", "whereas", "whilst", "although", ":"})


def brackets_of(scenes: Sequence[Scene]) -> list[Bracket]:
    """Find the brackets of a sentence that say nothing but who says it."""
    found = []
    for scene in scenes[1:]:
        first, last = scene.chunks[0].first, scene.chunks[-1].last
        tokens = scene.sentence.tokens[first:last]
        if len(tokens) > _LONGEST or any(token.kind == "number" for token in tokens):
            continue
        opens, closes = tokens[0].low in _OPENING, tokens[-1].low in _CLOSING and len(tokens) > 1
        passage = scene.sentence.passage
        if not (opens or closes):
            saying = bare_sayer(passage, tokens, "")  # "(SOHR)", "(Roe Times)"
        elif len(tokens) > 1 and tokens[1].low in _UNITS:
            continue
        else:
            saying = read_saying(passage, tokens)
        if saying is not None and saying.speakers and all(_named(one.words) for one in saying.speakers):
            found.append((first, saying))
    return found


def said_behind(scene: Scene, one: Found, brackets: Sequence[Bracket]) -> Saying | None:
    """Give the saying of the bracket that follows a count within its clause."""
    counted = one.figure.first if one.figure is not None else one.first  # its quote may begin at the verb
    for first, saying in brackets:
        if counted < first and first - one.last <= _NEAR:
            between = scene.sentence.tokens[counted:first]
            return saying if _BREAKS.isdisjoint(token.low for token in between) else None
    return None


def _named(words: str) -> bool:
    """Tell "SOHR" and "local officials" from "various"."""
    return any(part[:1].isupper() for part in words.split()) or speaks(words)
