"""Who was harmed or counted, in the words of the text.

    example          three MSA and GATIA fighters     → "MSA and GATIA fighters"
    example          three members of the militia     → "members of the militia"
    example          lost four of their own           → those who lost them
    example          five (elided)                    → the party of the count before
    counter-example  12 casualties                    → nobody is named

Where the words only describe ("six soldiers"), the doer tells the side: it is the other one.
"""

from dataclasses import dataclass

from testimonia.extract.civilians import civilian_setting
from testimonia.extract.drafts import Named, Saying
from testimonia.extract.focus import Focus, subject_before
from testimonia.extract.grammar import words
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.scene import Found, Scene
from testimonia.model import Category, PartyBasis

__all__ = ["Mentioned", "name_party"]

_OWN = frozenset({"his", "her", "its", "their"})
_LOOSE = words("loose")
_FORCES = words("forces")
_UNNAMING = words("unnaming")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The party of a count, as named, and what it rests on."""

    named: tuple[Named, ...]
    category: Category
    basis: PartyBasis
    doer: Named | None = None
    """Who did the harm."""
    own: Named | None = None
    """Whose own people they are ("his men", "its losses"): a subject or the speaker."""


def name_party(
    scene: Scene, one: Found, saying: Saying | None, before: Mentioned | None, focus: Focus
) -> Mentioned:
    """Name the party of a count; `before` is the party of the count before it in the sentence."""
    chunks = one.party or ((one.counted,) if one.counted is not None else ())
    chunks = _predicated(scene, one) or chunks
    materiel = one.measure in {"materiel_lost", "materiel_strength"}
    named = [name for chunk in chunks if (name := _naming(scene, chunk, materiel)) is not None]
    basis: PartyBasis = "described" if named else "none"
    if not named and (pronoun := _pronoun(scene, chunks, focus)):
        named, basis = [pronoun], "pronoun"
    category: Category = "combatants" if materiel else _category(scene, chunks)
    if category == "unknown" and civilian_setting(scene.sentence) and _are_people(chunks):
        category = "civilians"
    own = _own(scene, one, chunks, saying, focus)
    doer = _doer(scene, one, saying, focus)
    if named or own is not None or not one.elided or before is None or materiel:
        return Mentioned(tuple(named), category, basis, doer, own)
    return Mentioned(before.named, before.category, before.basis, before.doer or doer, before.own)


def _pronoun(scene: Scene, chunks: tuple[Chunk, ...], focus: Focus) -> Named | None:
    """Give whom "they" or "he" stands for, where a pronoun is the party."""
    pronoun = next((chunk for chunk in chunks if chunk.kind == "pron"), None)
    return focus.stands_for(scene, pronoun) if pronoun is not None else None


def _are_people(chunks: tuple[Chunk, ...]) -> bool:
    """Tell "people", "others" and a bare figure from forces."""
    return all(chunk.noun is None or chunk.noun.category in {"unknown", "mixed"} for chunk in chunks)


def _predicated(scene: Scene, one: Found) -> tuple[Chunk, ...]:
    """Read "37 of the dead were rebels": the predicate names the party."""
    if one.rule not in {"prose.noun.part", "prose.noun.persons", "prose.verb.reduced"}:
        return ()
    at = behind(scene.chunks, one.at)
    chunks = scene.chunks
    while at < len(chunks) and (
        chunks[at].kind == "adv"
        or (chunks[at].kind == "vp" and not chunks[at].copula and chunks[at].triggers)
    ):
        at = behind(chunks, at)
    linked = (
        at + 1 < len(chunks)
        and chunks[at].kind == "vp"
        and (chunks[at].copula or chunks[at].low == "included")
    )
    return (
        (chunks[at + 1],)
        if linked and chunks[at + 1].kind == "np" and chunks[at + 1].noun is not None
        else ()
    )


def _category(scene: Scene, chunks: tuple[Chunk, ...]) -> Category:
    for chunk in chunks:
        if "civilian" in scene.words(chunk).lower():
            return "civilians"
        if chunk.noun is not None and chunk.noun.category in {"combatants", "civilians", "mixed"}:
            return chunk.noun.category  # type: ignore[return-value]
    return "unknown"


def _own(
    scene: Scene, one: Found, chunks: tuple[Chunk, ...], saying: Saying | None, focus: Focus
) -> Named | None:
    """Give the one whose own people or machines are meant: "its losses", "attacked with 40 tanks"."""
    if one.subset and one.whole is not None:
        return _naming(scene, one.whole, False)
    if one.measure in {"strength", "materiel_strength"}:
        return subject_before(scene, one.first) or focus.group
    if not any(_possessive(scene, chunk) for chunk in chunks) or one.agent is not None:
        return None
    near = subject_before(scene, one.first)
    if near is None and saying is not None and saying.speakers:
        return saying.speakers[0]
    return near or focus.group


def _possessive(scene: Scene, chunk: Chunk) -> bool:
    if chunk.det in _OWN:
        return True
    position = _position(scene, chunk)
    chunks = scene.chunks
    return (
        0 <= position < len(chunks) - 2
        and chunks[position + 1].low == "of"
        and chunks[position + 2].det in _OWN
    )


def _doer(scene: Scene, one: Found, saying: Saying | None, focus: Focus) -> Named | None:
    """Give who did the harm; "it" and "they" behind a verb of saying are the one who says it."""
    if one.agent is None:
        return None
    if one.agent.kind == "pron":
        return (
            saying.speakers[0]
            if saying is not None and saying.speakers
            else focus.stands_for(scene, one.agent)
        )
    return _naming(scene, one.agent, False)


def _position(scene: Scene, chunk: Chunk) -> int:
    return next((at for at, other in enumerate(scene.chunks) if other is chunk), -1)


def _naming(scene: Scene, chunk: Chunk, materiel: bool) -> Named | None:
    """Give the words of a noun phrase that name or describe people, without figure and determiner."""
    if chunk.kind != "np":
        return None
    tokens, position = scene.sentence.tokens, _position(scene, chunk)
    first, last = chunk.body, chunk.last
    if first >= 0 and chunk.harm is not None and (chunk.low in _UNNAMING or chunk.harm.role == "noun_event"):
        form = chunk.harm.form.split()
        last = max(first, last - (1 if form[0] in _FORCES else len(form)))
    while 0 <= first < last and (tokens[first].low in _LOOSE or tokens[first].kind == "sign"):
        first += 1
    if first < 0 or first >= last:
        return _owner(scene, position) or _behind_of(scene, position)
    if materiel:
        last = _without_machine(scene, chunk, first, last)
        if last <= first:
            return _owner(scene, position)
    else:
        last = _with_chain(scene, position, last)
    owner = _owner(scene, position)
    start = owner.span.start if owner else None
    span = scene.sentence.source(first, last)
    if owner is not None and start is not None and not materiel:
        at = scene.chunks[position - 1].first
        at += tokens[at].low in {"the", "a", "an"}
        return Named(scene.sentence.words(at, last), scene.sentence.source(at, last))
    return Named(scene.sentence.words(first, last), span)


def _owner(scene: Scene, position: int) -> Named | None:
    """Give whose they are: "Orr's cavalry" → "Orr"."""
    if position > 0 and scene.chunks[position - 1].kind == "np" and scene.chunks[position - 1].owner:
        chunk = scene.chunks[position - 1]
        first = chunk.body if chunk.body >= 0 else chunk.first
        return Named(scene.sentence.words(first, chunk.last), scene.sentence.source(first, chunk.last))
    return None


def _without_machine(scene: Scene, chunk: Chunk, first: int, last: int) -> int:
    """Keep what tells whose machine it is: "Russian" of "Russian planes", "army" of "army helicopter"."""
    tokens = scene.sentence.tokens
    last = min(last, chunk.head) if chunk.head >= 0 else last
    while last > first and not (
        tokens[last - 1].low in _FORCES
        or (tokens[last - 1].capital and not any(c.isdigit() for c in tokens[last - 1].text))
    ):
        last -= 1
    return last


def _with_chain(scene: Scene, position: int, last: int) -> int:
    """Take in "of the militia", "from the Northern Front" behind the head."""
    chunks, at = scene.chunks, position + 1
    while (
        position >= 0 and at + 1 < len(chunks) and chunks[at].kind == "prep" and chunks[at + 1].kind == "np"
    ):
        link, part = chunks[at], chunks[at + 1]
        known = (
            part.name
            or (part.noun is not None and part.noun.kind in {"people", "unit"})
            or part.low in _FORCES
            or part.low.endswith("forces")
        )
        if link.low == "on" and part.low in {"sides", "side"}:
            return part.last
        if (
            link.low not in {"of", "from"}
            or not known
            or part.figure is not None
            or (link.low == "from" and not part.name)
        ):
            break
        last = part.last
        at += 2
    return last


def _behind_of(scene: Scene, position: int) -> Named | None:
    """Read "a dozen of his men": the naming words stand behind "of"."""
    chunks = scene.chunks
    if (
        0 <= position < len(chunks) - 2
        and chunks[position + 1].low == "of"
        and chunks[position + 2].kind == "np"
    ):
        chunk = chunks[position + 2]
        if chunk.low in _UNNAMING:
            return None
        first = chunk.body if chunk.body >= 0 else chunk.first
        return Named(scene.sentence.words(first, chunk.last), scene.sentence.source(first, chunk.last))
    return None
