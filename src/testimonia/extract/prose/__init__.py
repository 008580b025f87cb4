"""Claims in running text: sentences to scenes to counts of the harmed and the fielded.

The order of the frames is the order of precedence: a figure that one frame has taken is closed to
those behind it. Strength comes last, because a counted force is strength only if nothing happened
to it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from testimonia.extract.prose.aircraft import tells_of_air_war
from testimonia.extract.prose.chunk import Known
from testimonia.extract.prose.damage import find_damage
from testimonia.extract.prose.dear import find_dear
from testimonia.extract.prose.fates import find_fates
from testimonia.extract.prose.formations import find_formations
from testimonia.extract.prose.labels import find_labelled
from testimonia.extract.prose.left_out import find_added, find_left_out
from testimonia.extract.prose.likewise import find_likewise
from testimonia.extract.prose.losses import find_losses
from testimonia.extract.prose.nouns import find_nouns
from testimonia.extract.prose.parse import parse_sentence
from testimonia.extract.prose.persons import persons_of
from testimonia.extract.prose.predicates import find_predicates
from testimonia.extract.prose.prices import find_prices
from testimonia.extract.prose.respectively import share_out
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.shares import Whole, find_shares
from testimonia.extract.prose.strength import find_strength
from testimonia.extract.prose.subsets import find_breakdown, find_made_up, find_subsets
from testimonia.extract.prose.sunk_with import find_sunk_with
from testimonia.extract.prose.verbs import find_verbs

__all__ = [
    "FRAMES",
    "Found",
    "Known",
    "Scene",
    "Whole",
    "find_claims",
    "parse_sentence",
    "persons_of",
    "tells_of_air_war",
]

_TAKEN = frozenset({"captive", "hostage", "prisoner"})
"""What those are made who are harmed afterwards: "took 11 men hostage and shot them"."""

FRAMES: tuple[Callable[[Scene], Iterator[Found]], ...] = (
    find_verbs,
    find_prices,
    find_dear,
    find_nouns,
    find_damage,
    find_predicates,
    find_losses,
    find_labelled,
    find_sunk_with,
    find_fates,
)


def find_claims(scene: Scene, around: Sequence[Found] = (), before: Whole | None = None) -> list[Found]:
    """Find all counts of a scene, in text order; `around` are those of the sentence around a bracket.

    `before` is the number that the sentence before told last.
    """
    found: list[Found] = []
    for frame in FRAMES:
        _take(scene, frame(scene), found)
    _take(scene, find_left_out(scene, tuple(found)), found)
    _take(scene, find_added(scene, around) if around else (), found)
    _take(scene, find_likewise(scene, tuple(found)), found)
    found = share_out(scene, found)
    around = [one for one in around if one.rule != "prose.strength.formations"]  # "(including the 13th)"
    _take(scene, find_subsets(scene, (*around, *found)), found)
    _take(scene, find_breakdown(scene, around), found)
    _take(scene, find_made_up(scene, tuple(found)), found)
    _take(scene, find_strength(scene), found)
    parts = find_subsets(scene, tuple(found))
    _take(scene, (part for part in parts if part.figure is not None), found)
    _take(scene, find_shares(scene, (*around, *found), before), found)
    _take(scene, find_formations(scene), found)
    return sorted(found, key=lambda one: (one.first, one.last, one.measure))


def _take(scene: Scene, fresh: Iterable[Found], found: list[Found]) -> None:
    """Accept what a frame found, unless its figure is already taken."""
    for one in fresh:
        counted = one.counted
        key = one.figure.first if one.figure else (counted.first if counted else one.first)
        if key in scene.used and (one.whole is not None or not _new(one, found)):
            continue
        scene.used.update((key, *(member.first for member in one.party if member.figure is None)))
        found.append(one)


def _new(one: Found, found: list[Found]) -> bool:
    """Tell whether one figure says two things: "arrested and later executed", "losses in men and tanks"."""
    told = [other for other in found if other.figure is one.figure and other.counted is one.counted]
    if not told or one.measure in {other.measure for other in told}:
        return False
    verbs = one.rule.startswith("prose.verb") or (one.counted is not None and one.counted.low in _TAKEN)
    verbs = verbs and all(other.rule.startswith("prose.verb") for other in told)
    kinds = one.rule == "prose.loss.kinds" and one.figure is not None
    return kinds or (verbs and one.counted is not None)
