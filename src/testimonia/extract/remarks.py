"""What sayers say of the event without a figure: who fought, who did it, what it was like.

example          the general stated the battle was fought jointly by X and Y      → participation
example          adding that the attack was not planned by either group           → characterisation, negated
example          the Front claimed responsibility for the attack                  → responsibility
counter-example  the general stated that the town was calm
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from testimonia.extract.attribution import Cue, speaker_words
from testimonia.extract.drafts import Named, RemarkDraft, Saying
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import rows, word_set

__all__ = ["find_remarks"]

Kind = Literal["participation", "characterisation", "responsibility"]

_FOUGHT = word_set("grammar", "fought")
_DONE = word_set("grammar", "done")
_CLAIMING = {
    "claimed": False,
    "accepted": False,
    "assumed": False,
    "took": False,
    "denied": True,
    "rejected": True,
}


@cache
def _events() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("events"))


def find_remarks(scene: Scene, governed: Sequence[tuple[Cue, Saying]]) -> Iterator[RemarkDraft]:
    """Find what the sayers of a scene say of the event itself."""
    for at, chunk in enumerate(scene.chunks):
        if chunk.kind != "vp":
            continue
        remark = _responsibility(scene, at) if chunk.low in _CLAIMING else None
        saying = _over(governed, chunk.first)
        if remark is None and chunk.passive and saying is not None:
            remark = _of_event(scene, at, saying)
        if remark is not None:
            yield remark


def _over(governed: Sequence[tuple[Cue, Saying]], token: int) -> Saying | None:
    """Give the innermost saying with a speaker that governs a token."""
    found = [(cue, saying) for cue, saying in governed if cue.first <= token < cue.last and saying.speakers]
    return max(found, key=lambda entry: entry[0].first)[1] if found else None


def _of_event(scene: Scene, at: int, saying: Saying) -> RemarkDraft | None:
    """Read "the battle was fought by X and Y", "the attack was not planned by either group"."""
    chunks, verb = scene.chunks, scene.chunks[at]
    subjects = subjects_of(chunks, at)
    if len(subjects) != 1 or chunks[subjects[0]].low not in _events() or verb.low not in _FOUGHT | _DONE:
        return None
    agent = doer_behind(chunks, at)
    if agent is None:
        return None
    doers = list(_listed(chunks, agent))
    named = tuple(_named(scene, chunks[p]) for p in doers if chunks[p].name)
    first, last = chunks[subjects[0]].first, chunks[doers[-1]].last
    words = scene.sentence.words(first, last)
    kind: Kind = (
        "characterisation" if not named else "participation" if verb.low in _FOUGHT else "responsibility"
    )
    return RemarkDraft(
        kind,
        _affirmed(words),
        scene.sentence.source(first, last),
        scene.sentence.span,
        f"prose.remark.{kind}",
        scene.sentence.zone,
        saying,
        named,
        verb.negated,
    )


def _affirmed(words: str) -> str:
    """Give the proposition without its negation, as a sentence."""
    text = (
        words.replace(" not ", " ")
        .replace("n't ", " ")
        .replace(" either ", " one ")
        .replace(" neither ", " one ")
    )
    return text[0].upper() + text[1:] + "."


def _listed(chunks: Row, at: int) -> Iterator[int]:
    yield at
    while True:
        at = behind(chunks, at)
        at += chunks.comma(at)
        at += at < len(chunks) and chunks[at].kind == "conj"
        if (
            at < len(chunks)
            and chunks[at].kind == "np"
            and chunks[at].name
            and chunks[at - 1].kind in {"conj", "sign"}
        ):
            yield at
        else:
            return


def _responsibility(scene: Scene, at: int) -> RemarkDraft | None:
    """Read "the Front claimed responsibility for the attack", "denied responsibility"."""
    chunks, verb = scene.chunks, scene.chunks[at]
    target = at + 1
    if (
        target >= len(chunks)
        or chunks[target].kind != "np"
        or not scene.words(chunks[target]).endswith("responsibility")
    ):
        if not scene.words(verb).endswith("responsibility"):
            return None
        target = at
    subjects = [p for p in subjects_of(chunks, at) if chunks[p].kind == "np"]
    if not subjects:
        return None
    sayer = speaker_words(scene, subjects[0])
    first, last = chunks[subjects[0]].first, chunks[target].last
    span = scene.sentence.source(min(first, verb.first), last)
    saying = Saying((sayer,), "denied" if _CLAIMING[verb.low] else "claimed", span)
    return RemarkDraft(
        "responsibility",
        f"{sayer.words} is responsible for the event.",
        span,
        scene.sentence.span,
        "prose.remark.responsibility",
        scene.sentence.zone,
        saying,
        (sayer,),
        _CLAIMING[verb.low],
    )


def _named(scene: Scene, chunk: Chunk) -> Named:
    first = chunk.body if chunk.body >= 0 else chunk.first
    return Named(scene.sentence.words(first, chunk.last), scene.sentence.source(first, chunk.last))
