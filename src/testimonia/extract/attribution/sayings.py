"""From cues to sayings: the speaker in full, the day, the medium, and who "he" is.

example          The leader of the council, in an interview with Radio Kayes on 3 May, claimed …
                 → leader of the council · 3 May · interview with Radio Kayes
example          The ministry said … He added that …      → "he" is the last speaker
example          The Front's statement also claimed …     → the Front · statement
counter-example  The attack claimed 30 lives.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from testimonia.extract.attribution.cues import Cue, chain_words
from testimonia.extract.attribution.speaking import speaks
from testimonia.extract.drafts import Named, Saying, replace
from testimonia.extract.grammar import words
from testimonia.extract.phrases import PhraseTable
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind, subjects_of
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import rows
from testimonia.model import When

__all__ = ["Dating", "Discourse", "is_outlet", "saying_of", "speaker_words"]

Dating = Callable[[int, int], When | None]
"""Resolve the date over the tokens first to last of the sentence at hand."""


@dataclass(slots=True)
class Discourse:
    """What a reader keeps in mind from sentence to sentence: who spoke last, and on which occasion."""

    speakers: tuple[Named, ...] = ()
    person: tuple[Named, ...] = ()
    """The last speaker that "he" or "she" can stand for."""
    last: Saying | None = None
    paragraph: int = -1
    occasions: dict[tuple[str, ...], int] = field(default_factory=dict)


@cache
def _media() -> PhraseTable[str]:
    return PhraseTable((row["form"], row["medium_kind"]) for row in rows("saying_nouns"))


@cache
def _outlets() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in rows("media"))


def is_outlet(words: str) -> bool:
    """Tell whether the words name a news medium."""
    low = words.lower().removeprefix("the ")
    return low in _outlets() or any(
        low.startswith(name + " ") for name in _outlets() if len(name) > 4 and low[:3] == name[:3]
    )


def saying_of(scene: Scene, cue: Cue, discourse: Discourse, dating: Dating) -> Saying | None:
    """Turn a cue into a saying; None if its subject cannot speak ("the attack claimed 30 lives")."""
    chunks = scene.chunks
    speakers: list[Named] = []
    medium: str | None = None
    medium_kind = "unspecified"
    for position in cue.speakers:
        while chunks[position].owner and position + 1 < len(chunks) and chunks[position + 1].kind == "np":
            position += 1  # "the city's mayor": the mayor speaks
        chunk = chunks[position]
        if chunk.kind == "pron":
            speakers.extend(_of_pronoun(chunk, discourse))
            continue
        noun = None if speaks(scene.words(chunk)) else _saying_noun(scene, chunk)
        if noun is None and _refers_back(scene, chunk) and discourse.speakers:
            speakers.extend(discourse.speakers)
        elif noun is None and not _can_speak(scene, chunk):
            continue
        elif noun is not None:
            medium, medium_kind = noun
            speakers.extend(_behind_statement(scene, position, cue, discourse))
        else:
            speakers.append(speaker_words(scene, position))
    if cue.speakers and not speakers and cue.kind != "voiceless" and medium is None:
        return None
    told_medium, told_kind, outlet = _medium(scene, cue)
    when = _date(scene, cue, dating)
    again = discourse.last
    if (
        when is None
        and again is not None
        and tuple(speakers)
        and _continues(scene, cue, speakers, again, medium)
    ):
        when = replace(again.when, inherited="the same statement") if again.when else None
        medium, medium_kind = medium or again.medium, medium_kind if medium else again.medium_kind
    saying = Saying(
        tuple(speakers),
        cue.stance if speakers else ("reported" if cue.stance == "claimed" else cue.stance),
        scene.sentence.source(*_span(scene, cue)),
        when,
        told_medium or medium,
        told_kind if told_medium else medium_kind,
        outlet,
    )
    _remember(saying, discourse)
    return saying


def _continues(scene: Scene, cue: Cue, speakers: list[Named], again: Saying, medium: str | None) -> bool:
    """Tell whether this goes on with the last statement: "He added", "The statement also claimed"."""
    if again.when is not None and again.when.span is not None and not _near(scene, again):
        return False
    words = {name.words.removeprefix("The ").removeprefix("the ") for name in speakers}
    same = words <= {name.words.removeprefix("The ").removeprefix("the ") for name in again.speakers}
    pronoun = any(
        scene.chunks[p].kind == "pron" or _refers_back(scene, scene.chunks[p]) for p in cue.speakers
    )
    also = "also" in scene.chunks[cue.at].adverbs or scene.chunks[cue.at].low in {"added", "adding"}
    return same and (pronoun or also or (medium is not None and again.medium is not None))


def _near(scene: Scene, again: Saying) -> bool:
    """Tell whether the last statement was told a few sentences ago at most."""
    return 0 <= scene.sentence.span.start - again.span.start < 900


def _remember(saying: Saying, discourse: Discourse) -> None:
    if saying.speakers:
        discourse.speakers = saying.speakers
        discourse.last = saying


def _span(scene: Scene, cue: Cue) -> tuple[int, int]:
    chunks = scene.chunks
    spots = [*cue.speakers, cue.at]
    first = min(chunks[p].first for p in spots)
    return first, max(chunks[p].last for p in spots)


def _of_pronoun(chunk: Chunk, discourse: Discourse) -> tuple[Named, ...]:
    return discourse.speakers if chunk.low in {"he", "she", "it", "they"} else ()


_BACK = words("refers_back")


def _refers_back(scene: Scene, chunk: Chunk) -> bool:
    """Tell "the group said" (whoever spoke before) from "the Roe group said"."""
    return chunk.det in {"the", "this", "that"} and chunk.low in _BACK and chunk.last - chunk.first == 2


def _can_speak(scene: Scene, chunk: Chunk) -> bool:
    """Tell people, bodies and names from things ("the explosions", "initial reports", "able")."""
    if chunk.name or any(
        token.capital for token in scene.sentence.tokens[max(chunk.body, chunk.first) : chunk.last]
    ):
        return not (
            chunk.last - chunk.first == 1 and chunk.first == 0 and scene.sentence.tokens[0].low in _NOBODY
        )
    return (chunk.noun is not None and chunk.noun.kind in {"people", "unit"}) or speaks(scene.words(chunk))


_NOBODY = words("nobody")


def speaker_words(scene: Scene, position: int) -> Named:
    """Name a speaker; a person in apposition is preferred ("the mission's head, Ann Roe, said")."""
    chunks = scene.chunks
    while chunks[position].owner and position + 1 < len(chunks) and chunks[position + 1].kind == "np":
        position += 1
    then = behind(chunks, position)
    if then + 1 < len(chunks) and chunks[then].low == "," and chunks[then + 1].kind == "np":
        beside = chunks[then + 1]
        closes = then + 2 < len(chunks) and chunks[then + 2].low == ","
        if beside.name and closes and not chunks[position].name:
            return Named(scene.words(beside), scene.sentence.source(beside.first, beside.last))
    first, last = chain_words(scene, position)
    return Named(scene.sentence.words(first, last), scene.sentence.source(first, last))


def _saying_noun(scene: Scene, chunk: Chunk) -> tuple[str, str] | None:
    """Tell a subject that is itself a statement: "the Front's statement"."""
    tokens = scene.sentence.tokens
    for at in range(max(chunk.body, chunk.first), chunk.last):
        found = _media().at(tokens, at)
        if found and found[0] == chunk.last and not tokens[at].capital:
            return scene.sentence.words(at, found[0]), found[1]
    return None


def _behind_statement(scene: Scene, position: int, cue: Cue, discourse: Discourse) -> list[Named]:
    """Find who made the statement that is the subject."""
    chunks, chunk = scene.chunks, scene.chunks[position]
    sentence = scene.sentence
    if position and chunks[position - 1].owner:
        owner = chunks[position - 1]
        return [Named(scene.words(owner), sentence.source(owner.first, owner.last))]
    links = (
        {"by", "from", "of"} if position + 2 < len(chunks) and chunks[position + 2].name else {"by", "from"}
    )
    if position + 2 < len(chunks) and chunks[position + 1].low in links and chunks[position + 2].kind == "np":
        return [speaker_words(scene, position + 2)]
    before = chunk.last - 1
    noun_first = before
    tokens = sentence.tokens
    for at in range(chunk.body, chunk.last):
        found = _media().at(tokens, at)
        if found and found[0] == chunk.last:
            noun_first = at
            break
    if (
        chunk.body >= 0
        and noun_first > chunk.body
        and any(tokens[k].capital for k in range(chunk.body, noun_first))
    ):
        return [Named(sentence.words(chunk.body, noun_first), sentence.source(chunk.body, noun_first))]
    if position and chunks[position - 1].kind == "vp":
        return [speaker_words(scene, p) for p in subjects_of(chunks, position - 1) if chunks[p].kind == "np"]
    return list(discourse.speakers) if chunk.det in {"the", "its", "their", "his", "this", "that"} else []


def _date(scene: Scene, cue: Cue, dating: Dating) -> When | None:
    """Find the day of saying: before the speaker at the head of the clause, or beside the verb."""
    chunks = scene.chunks
    if cue.kind in {"forward", "voiceless"}:
        for at in _beside_verb(chunks, cue):
            if chunks[at].kind == "date":
                return dating(chunks[at].first, chunks[at].last)
    elif cue.speakers:
        at = max(cue.speakers) + 1
        if at + 1 < len(chunks) and chunks[at].low in {"on", "in"} and chunks[at + 1].kind == "date":
            return dating(chunks[at + 1].first, chunks[at + 1].last)
    return None


def _beside_verb(chunks: Sequence[Chunk], cue: Cue) -> list[int]:
    """Give the positions around a verb of saying where the day of saying can stand."""
    found = []
    at = cue.at + 1
    while at < len(chunks) and at < cue.at + 8:
        chunk = chunks[at]
        if (
            chunk.kind == "vp"
            or chunk.kind == "sub"
            or (chunk.kind == "np" and at and chunks[at - 1].kind not in {"prep", "vp", "to"})
        ):
            break
        if chunk.kind == "np" and chunk.figure is not None:
            break
        found.append(at)
        at += 1
    start = min(cue.speakers) if cue.speakers else cue.at
    found.extend(range(start, cue.at))
    at = start - 1
    while at >= 0 and not (
        chunks[at].kind in {"vp", "sub", "but"}
        or (chunks[at].kind == "sign" and chunks[at].low in {";", ":"})
    ):
        found.append(at)
        at -= 1
    return found


def _medium(scene: Scene, cue: Cue) -> tuple[str | None, str, Named | None]:
    """Find through what it was said: "in an interview with RFI", "told Reuters", "in a statement"."""
    chunks, tokens = scene.chunks, scene.sentence.tokens
    outlet: Named | None = None
    for at in sorted(_beside_verb(chunks, cue)) if cue.kind in {"forward", "voiceless"} else []:
        chunk = chunks[at]
        if chunk.kind != "np" or at in cue.speakers:
            continue
        words = scene.words(chunk)
        if is_outlet(words):
            outlet = Named(words, scene.sentence.source(chunk.first, chunk.last))
        for start in range(max(chunk.body, chunk.first), chunk.last):
            found = _media().at(tokens, start)
            if found and found[0] == chunk.last:
                return _full_medium(scene, at, start, found[1], outlet)
    return (outlet.words, "news", outlet) if outlet else (None, "unspecified", None)


def _full_medium(
    scene: Scene, at: int, start: int, kind: str, outlet: Named | None
) -> tuple[str, str, Named | None]:
    chunks, sentence = scene.chunks, scene.sentence
    if (
        at + 2 < len(chunks)
        and chunks[at + 1].low in {"with", "to", "on", "by", "in", "for"}
        and chunks[at + 2].kind == "np"
        and chunks[at + 2].name
    ):
        with_whom = chunks[at + 2]
        outlet = Named(scene.words(with_whom), sentence.source(with_whom.first, with_whom.last))
        return sentence.words(start, with_whom.last), kind, outlet
    return sentence.words(start, chunks[at].last), kind, outlet
