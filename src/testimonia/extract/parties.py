"""Who was harmed or counted, in the words of the text.

    example          three MSA and GATIA fighters     → "MSA and GATIA fighters"
    example          over a dozen of his men          → "his men": the speaker's own side
    example          five (elided)                    → the party of the count before
    counter-example  12 casualties                    → nobody is named
"""

from dataclasses import dataclass

from testimonia.extract.drafts import Named, Saying
from testimonia.extract.prose.chunks import Chunk
from testimonia.extract.prose.scene import Found, Scene
from testimonia.model import Category, PartyBasis

__all__ = ["Mentioned", "name_party"]

_OWN = frozenset({"his", "her", "its", "their"})
_SHAPELESS = frozenset("people persons others men women casualties losses deaths dead wounded injured prisoners fatalities bodies "
                       "victims captives number total".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The party of a count, as named, and what it rests on."""

    named: tuple[Named, ...]
    category: Category
    basis: PartyBasis
    enemy_of: Named | None = None
    """The doer of the harm, where that is all the text gives."""


def name_party(scene: Scene, one: Found, saying: Saying | None, before: Mentioned | None) -> Mentioned:
    """Name the party of a count; `before` is the party of the count before it."""
    chunks = one.party or ((one.counted,) if one.counted is not None else ())
    named: list[Named] = []
    category: Category = "unknown"
    basis: PartyBasis = "none"
    for chunk in chunks:
        if chunk.noun is not None and chunk.noun.category in {"combatants", "civilians", "mixed"}:
            category = chunk.noun.category  # type: ignore[assignment]
        words = _naming(scene, chunk)
        if words is not None:
            named.append(words)
            basis = "described"
    if one.measure in {"materiel_lost", "materiel_strength"}:
        category = "combatants"
    if named:
        return Mentioned(tuple(named), category, basis, _doer(scene, one))
    if one.elided and before is not None:
        return Mentioned(before.named, before.category, before.basis, before.enemy_of)
    return Mentioned((), category, "none", _doer(scene, one))


def _doer(scene: Scene, one: Found) -> Named | None:
    if one.agent is None or one.agent.kind != "np":
        return None
    return _naming(scene, one.agent)


def _naming(scene: Scene, chunk: Chunk) -> Named | None:
    """Give the words of a noun phrase that name or describe people, without figure and determiner."""
    if chunk.kind != "np":
        return None
    sentence, tokens = scene.sentence, scene.sentence.tokens
    first = chunk.body
    last = chunk.last
    position = scene.chunks.index(chunk) if chunk in scene.chunks else -1
    if first < 0:
        return _behind_of(scene, position)
    if chunk.harm is not None:
        last = max(first, last - len(chunk.harm.form.split()))
    while first < last and tokens[first].low in {"more", "other", "additional", "further", "own", "of", '"'}:
        first += 1
    if first >= last:
        return _behind_of(scene, position)
    words = sentence.words(first, last)
    return Named(words, sentence.source(first, last))


def _behind_of(scene: Scene, position: int) -> Named | None:
    """ "a dozen of his men": the naming words stand behind "of"."""
    chunks = scene.chunks
    if 0 <= position < len(chunks) - 2 and chunks[position + 1].low == "of" and chunks[position + 2].kind == "np":
        chunk = chunks[position + 2]
        first = chunk.body if chunk.body >= 0 and chunk.det not in _OWN else chunk.first
        return Named(scene.sentence.words(first, chunk.last), scene.sentence.source(first, chunk.last))
    return None
