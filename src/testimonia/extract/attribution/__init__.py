"""Who says it: cues and the words they govern, and the saying each one stands for.

`find_sayings` finds the sayings of a scene, `attribute` gives a count the innermost one over it.
"""

from collections.abc import Sequence

from testimonia.extract.attribution.cues import Cue, find_cues
from testimonia.extract.attribution.hearsay import hearsay
from testimonia.extract.attribution.media import is_outlet
from testimonia.extract.attribution.sayings import Dating, Discourse, saying_of
from testimonia.extract.attribution.speakers import speaker_words
from testimonia.extract.drafts import Saying, replace
from testimonia.extract.prose.scene import Found, Scene

__all__ = ["Cue", "Dating", "Discourse", "attribute", "find_sayings", "speaker_words"]

Governed = Sequence[tuple[Cue, Saying]]


def find_sayings(scene: Scene, discourse: Discourse, dating: Dating) -> list[tuple[Cue, Saying]]:
    """Find the cues of a scene and what each stands for; `discourse` moves on."""
    found = [(cue, saying_of(scene, cue, discourse, dating)) for cue in find_cues(scene)]
    return [(cue, saying) for cue, saying in found if saying is not None]


def attribute(scene: Scene, one: Found, sayings: Governed) -> Saying | None:
    """Give a count the saying that governs it: the latest forward one, else the nearest other.

    None is the article's own voice.
    """
    place = one.figure.first if one.figure is not None else one.last - 1
    over = [(cue, saying) for cue, saying in sayings if cue.first <= place < cue.last]
    forward = [entry for entry in over if entry[0].kind in {"forward", "voiceless"}]
    chosen = [entry for entry in forward if entry[1].speakers] or over
    if not chosen:
        return hearsay(scene, one)
    cue, saying = max(
        chosen, key=lambda entry: entry[0].first if entry in forward else -abs(entry[0].at - one.at)
    )
    return _through(saying, [outer for other, outer in over if other is not cue and other.first <= cue.first])


def _through(saying: Saying, outer: Sequence[Saying]) -> Saying:
    """Keep a chain: "Reuters reported that the army said" was said by the army, through Reuters."""
    for other in outer:
        if saying.medium is None and len(other.speakers) == 1 and is_outlet(other.speakers[0].words):
            carrier, when = other.speakers[0], saying.when or other.when
            return replace(saying, medium=carrier.words, medium_kind="news", outlet=carrier, when=when)
    return saying
