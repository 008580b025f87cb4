"""Numbers of those whom a sentence before has counted: "Two guards came near. The blast killed them".

example          two guards came near; the blast wounded them · the guards died of their wounds    → two
counter-example  40 raiders met 12 guards; they were killed: who is meant is not told
"""

from dataclasses import dataclass, replace

from testimonia.extract.prose import Found, Scene
from testimonia.extract.prose.chunk import Chunk
from testimonia.lexicon import word_set
from testimonia.model import Quantity

__all__ = ["Recalled", "recall"]

_THEM = word_set("grammar", "they")
_MOST = 1000
"""From here on, those told of later are rarely all of them."""
_HARMED = frozenset({"killed", "wounded", "captured", "surrendered", "missing"})
_PART = frozenset({"of", "from", "in", "at", "who", "with", "under"})
"""What tells other guards apart from those told of: "the guards of the bridge"."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """The only people that a sentence counted."""

    quantity: Quantity
    noun: str
    """The singular of the noun, in small letters."""
    paragraph: int
    order: int
    """The number of the sentence."""

    def count(self, scene: Scene, one: Found) -> Found:
        """Give a count of "them" or "the guards" with the number told before; others as they are."""
        if one.quantity.wording != "some" or one.counted is None or one.measure not in _HARMED:
            return one
        sentence = scene.sentence
        if sentence.paragraph != self.paragraph or not (
            self._are_them(scene, one.counted) or self._are_named(scene, one.counted)
        ):
            return one
        return replace(one, quantity=replace(self.quantity, verbatim=one.quantity.verbatim))

    def _are_them(self, scene: Scene, them: Chunk) -> bool:
        """Tell whether "they" can mean nobody else: no other people stand before them."""
        before = scene.chunks[: max(scene.chunks.place(them), 0)]
        alone = not any(_are_people(chunk) for chunk in before)
        return them.kind == "pron" and them.low in _THEM and alone and scene.sentence.order == self.order + 1

    def _are_named(self, scene: Scene, guards: Chunk) -> bool:
        """Tell whether "the guards" are those told of."""
        plain = guards.det == "the" and guards.figure is None and guards.last - guards.body == 1
        same = guards.noun is not None and guards.noun.plural and guards.noun.singular.lower() == self.noun
        behind = scene.chunks.near(scene.chunks.place(guards) + 1)
        return plain and same and behind.low not in _PART and not guards.told_apart


def recall(scene: Scene, last: Recalled | None) -> Recalled | None:
    """Give what a sentence leaves to be recalled: the people it counts, or those of before."""
    people = [chunk for chunk in scene.chunks if chunk.figure is not None and _are_people(chunk)]
    if not people:
        return last
    noun, figure = people[0].noun, people[0].figure
    if len(people) > 1 or noun is None or figure is None or figure.quantity.kind != "exact":
        return None
    size, sentence = figure.quantity.high or 0, scene.sentence
    known = 1 < size < _MOST and not figure.estimated
    return (
        Recalled(figure.quantity, noun.singular.lower(), sentence.paragraph, sentence.order)
        if known
        else None
    )


def _are_people(chunk: Chunk) -> bool:
    """Tell several people, whom "they" may mean."""
    several = chunk.plural or chunk.figure is not None
    people = (chunk.of_kind("people") and several) or chunk.of_kind("unit") or chunk.plural_name
    return chunk.kind == "np" and people and chunk.harm is None
