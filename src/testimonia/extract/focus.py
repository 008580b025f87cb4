"""What a reader keeps in mind: whom "they" and "he" stand for, and who the last party was.

example          The garrison broke out. They lost 12 men.       → "they": the garrison
example          Orr led the charge. He was killed.              → "he": Orr
counter-example  They were killed.  (first sentence)             → nobody
"""

from dataclasses import dataclass

from testimonia.extract.drafts import Named
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import subjects_of

__all__ = ["Focus", "subject_before"]

_SINGULAR = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})


@dataclass(slots=True)
class Focus:
    """The last group and the last person that a sentence was about."""

    group: Named | None = None
    person: Named | None = None

    def stands_for(self, scene: Scene, chunk: Chunk) -> Named | None:
        """Give whom a pronoun stands for: a subject before it in the sentence, else the last one kept."""
        near = subject_before(scene, chunk.first, person=chunk.low in _SINGULAR)
        if near is None and chunk.low not in _SINGULAR:
            near = _group_before(scene, chunk.first)
        return near or (self.person if chunk.low in _SINGULAR else self.group)

    def move(self, scene: Scene) -> None:
        """Take over the subjects of a sentence."""
        for at, chunk in enumerate(scene.chunks):
            if chunk.kind != "vp":
                continue
            for position in subjects_of(scene.chunks, at):
                subject = scene.chunks[position]
                if subject.kind == "np" and subject.name and not _is_group(subject):
                    self.person = _named(scene, subject)
                if subject.kind == "np" and (_is_group(subject) or subject.name):
                    self.group = _named(scene, subject)


def subject_before(scene: Scene, token: int, *, person: bool = False) -> Named | None:
    """Give the nearest subject before a token that can be a party; persons only where asked."""
    found: Named | None = None
    for at, chunk in enumerate(scene.chunks):
        if chunk.kind != "vp" or chunk.first >= token:
            continue
        for position in subjects_of(scene.chunks, at):
            subject = scene.chunks[position]
            if (
                subject.kind == "np"
                and subject.last <= token
                and (subject.name or (not person and _is_group(subject)))
            ):
                found = _named(scene, subject)
    return found


def _group_before(scene: Scene, token: int) -> Named | None:
    """Give the nearest group named before a token, whatever its part in the sentence."""
    groups = [
        c for c in scene.chunks if c.kind == "np" and c.last <= token and _is_group(c) and c.figure is None
    ]
    return _named(scene, groups[-1]) if groups else None


def _is_group(chunk: Chunk) -> bool:
    return (
        chunk.noun is not None
        and chunk.noun.kind in {"people", "unit"}
        and (chunk.noun.plural or chunk.noun.collective or chunk.noun.kind == "unit")
    )


def _named(scene: Scene, chunk: Chunk) -> Named:
    first = chunk.body if chunk.body >= 0 else chunk.first
    return Named(scene.sentence.words(first, chunk.last), scene.sentence.source(first, chunk.last))
