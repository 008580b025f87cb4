"""Notes within the values of an infobox: what a count there takes from the value around it.

example          casualties1 = 969 casualties{{efn|122 killed, 588 wounded}}: 122 killed on side 1
example          casualties1 = 36 aircraft{{efn|33 fighters, 3 bombers}}: 33 fighters lost
counter-example  casualties1 = 72 aircraft{{efn|1,700 aircraft took part}}: it tells itself what they did
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.sentences import Sentence
from testimonia.model import Article, Measure, Parameter

__all__ = ["Margin", "margin_of", "measure_in"]

_COUNTED = re.compile(r"(casualties|strength)(\d)[a-z]?")
_LOST: dict[Measure, Measure] = {"strength": "losses", "materiel_strength": "materiel_lost"}


@dataclass(frozen=True, slots=True)
class Margin:
    """The value that a note stands in."""

    side: int
    lost: bool
    """True where the value tells losses, false where it tells strength."""


def margin_of(article: Article, sentence: Sentence) -> Margin | None:
    """Give the value around a sentence of a note; None for a sentence of the prose."""
    if sentence.zone != "infobox":
        return None
    parameters = _by_place(article.parameters)
    at = bisect_right(parameters, sentence.span.start, key=lambda one: one.span.start) - 1
    key = _COUNTED.fullmatch(parameters[at].key) if at >= 0 else None
    return Margin(int(key.group(2)), key.group(1) == "casualties") if key else None


@lru_cache(maxsize=4)
def _by_place(parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    return tuple(sorted(parameters, key=lambda one: one.span.start))


def measure_in(margin: Margin | None, scene: Scene, one: Found) -> Measure:
    """Give the measure of a count: a bare list beside a figure of losses counts losses, too."""
    bare = all(chunk.kind != "vp" for chunk in scene.chunks)
    return _LOST.get(one.measure, one.measure) if margin is not None and margin.lost and bare else one.measure
