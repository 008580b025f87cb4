"""Who says it: cues and the words they govern, and the saying each one stands for.

`find_sayings` finds the sayings of a scene, `attribute` gives a count the innermost one over it.
"""

from collections.abc import Sequence

from testimonia.extract.attribution.cue import Cue
from testimonia.extract.attribution.cues import find_cues
from testimonia.extract.attribution.discourse import Discourse
from testimonia.extract.attribution.hearsay import hearsay
from testimonia.extract.attribution.media import is_outlet
from testimonia.extract.attribution.reach import CONTRASTS
from testimonia.extract.attribution.sayings import Dating, saying_of
from testimonia.extract.attribution.speakers import can_speak, speaker_words, speaks
from testimonia.extract.drafts import Saying, replace
from testimonia.extract.focus import Focus
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.scene import Found, Scene

__all__ = ["Cue", "Dating", "Discourse", "attribute", "can_speak", "find_sayings", "speaker_words", "speaks"]

_TWO = 2
Governed = Sequence[tuple[Cue, Saying]]


def find_sayings(
    scene: Scene, discourse: Discourse, focus: Focus, dating: Dating
) -> list[tuple[Cue, Saying]]:
    """Find the cues of a scene and what each stands for; `discourse` moves on."""
    cues = find_cues(scene)
    if not cues:
        discourse.hear_of(scene)
    found = [(cue, saying_of(scene, cue, discourse, focus, dating)) for cue in cues]
    said = [(cue, saying) for cue, saying in found if saying is not None]
    outer = _outermost(scene, said)
    if outer is not None:
        discourse.keep(outer.speakers, scene.sentence.span.start)
    return _apart(scene, said)


def _outermost(scene: Scene, said: Governed) -> Saying | None:
    """Give who tells what others said: in "Orr reported that a nun had said …. He added", "he" is Orr."""
    if len(said) != _TWO:
        return None
    (outer, saying), (inner, told) = said
    row = scene.chunks
    over = outer.kind == inner.kind == "forward" and outer.first <= row[inner.at].first < outer.last
    if inner.speakers and row.near(min(inner.speakers) - 1).kind == "conj":
        return None  # "Orr said that ten had died, and the mayor reported …": two who tell side by side
    named = bool(told.speakers and saying.speakers) and saying.medium is None
    return saying if over and named and not any(is_outlet(one.words) for one in saying.speakers) else None


def _apart(scene: Scene, found: list[tuple[Cue, Saying]]) -> list[tuple[Cue, Saying]]:
    """Let no saying reach into one that nobody is named for: "Orr said 20 fell, while others gave 30"."""
    row = scene.chunks
    opens = [row[min(cue.speakers)].first for cue, saying in found if _is_new(row, cue, saying)]
    return [
        (replace(cue, last=min([cue.last, *(at for at in opens if at > cue.first)])), saying)
        for cue, saying in found
    ]


def _is_new(row: Row, cue: Cue, saying: Saying) -> bool:
    if cue.kind != "forward" or saying.speakers or not cue.speakers or row[cue.at].gerund:
        return False
    before = row.near(min(cue.speakers) - 1).low
    return before in CONTRASTS or (saying.medium is None and before != "that")


def attribute(scene: Scene, one: Found, sayings: Governed) -> Saying | None:
    """Give a count the saying that governs it: the latest forward one, else the nearest other.

    None is the article's own voice.
    """
    place = one.figure.first if one.figure is not None else one.last - 1
    over = [(cue, saying) for cue, saying in sayings if cue.first <= place < cue.last]
    forward = [entry for entry in over if entry[0].kind in {"forward", "voiceless"}]
    chosen = [entry for entry in forward if entry[1].speakers]
    chosen = chosen or [entry for entry in over if entry[1].speakers] or over
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
