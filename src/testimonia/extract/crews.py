"""Whose a crew is: that of the ship or machine named before it, or that it is said to be of.

example          a Ju 88 was shot down and its crew of four captured → Ju 88's
example          the crew of the Hampden were taken prisoner · a Blenheim fell; all three airmen died
counter-example  five bombers were lost and their crews with them: whose bombers, nobody tells
"""

from testimonia.extract.drafts import Named
from testimonia.extract.mentioned import Circumstances
from testimonia.extract.naming import OWN, flag_of, naming_words
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Found, Scene
from testimonia.lexicon import word_set

__all__ = ["ship_of_crew"]

_CREW = word_set("grammar", "crew")
_ABOARD = word_set("grammar", "aboard")
"""Who else serves in a ship or machine: "airmen", "survivors"."""


def ship_of_crew(one: Found, chunks: tuple[Chunk, ...], around: Circumstances) -> Named | None:
    """Name the ship or machine whose crew is counted; None for others, and where no name tells."""
    scene = around.scene
    crew = next((chunk for chunk in chunks if _is_crew(scene, chunk)), None)
    if crew is None:
        return None
    place = scene.chunks.place(crew)
    behind = scene.chunks.near(place + 2)
    if scene.chunks.near(place + 1).low == "of" and behind.kind == "np" and behind.figure is None:
        return _told(scene, behind)
    for chunk in reversed(scene.chunks[: min(place, one.at + 1)]):
        if chunk.kind == "np" and chunk.of_kind("materiel"):
            return _told(scene, chunk)
        if chunk.kind == "np" and chunk.figure is None and chunk.of_kind("people", "unit"):
            return None
    struck = around.focus.struck_before(scene)
    return struck if struck is not None and (crew.det in OWN or crew.low in _CREW) else None


def _is_crew(scene: Scene, chunk: Chunk) -> bool:
    if chunk.low in _CREW | _ABOARD:
        return True
    return chunk.low in {"member", "members"} and "crew" in scene.words(chunk).lower().split()


def _told(scene: Scene, chunk: Chunk) -> Named | None:
    """Name a ship or machine by whose it is, its name or its make; None for "five bombers"."""
    name = flag_of(scene, chunk) or naming_words(scene, chunk, machine=True) or naming_words(scene, chunk)
    return name if name is not None and any(map(str.isupper, name.words)) else None
