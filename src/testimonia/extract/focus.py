"""What a reader keeps in mind: whom "they" and "he" stand for, who the last party was and whom it hit.

example          The garrison broke out. They lost 12 men.       → "they": the garrison
example          Orr led the charge. He was killed.              → "he": Orr
example          The Roes raided a Dow camp. Nine men died.      → hit before: the Dow camp
counter-example  They were killed.  (first sentence)             → nobody
"""

from collections.abc import Iterator

from testimonia.extract.dates import DatedSentence
from testimonia.extract.drafts import Named
from testimonia.extract.naming import naming_words
from testimonia.extract.prose import parse_sentence
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import objects_of, subjects_of
from testimonia.lexicon import forms, word_set

__all__ = ["Focus", "subject_before"]

_MEDIA = forms("saying_nouns")
"""Facebook, Telegram: where something is said is nobody."""
_KEPT = 2
"""How many sentences without claims are kept beside the last, for when somebody asks."""
_STRIKES = word_set("grammar", "strikes") - {"surprised"}  # who is surprised to see somebody is not hit
_SINGULAR = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})


class Focus:
    """The last group and the last person that a sentence was about.

    Most sentences hold no claim and are not parsed; one is only when a later one asks whom it was about.
    """

    def __init__(self) -> None:
        """Begin with nobody in mind."""
        self._group: Named | None = None
        self._person: Named | None = None
        self._struck: tuple[int, Named] | None = None
        self._unread: list[DatedSentence] = []

    @property
    def group(self) -> Named | None:
        """The last group; None if there was none."""
        self._catch_up()
        return self._group

    @property
    def person(self) -> Named | None:
        """The last person; None if there was none."""
        self._catch_up()
        return self._person

    def struck_before(self, scene: Scene) -> Named | None:
        """Give whom the sentence before one, in its paragraph, tells to have been attacked or hit."""
        self._catch_up()
        order, struck = self._struck or (-1, None)
        return struck if order == scene.sentence.order - 1 else None

    def pass_over(self, entry: DatedSentence) -> None:
        """Keep a sentence without claims for when somebody asks."""
        self._unread = [*self._unread[-_KEPT:], entry]

    def _catch_up(self) -> None:
        unread, self._unread = self._unread, []
        for entry in unread:
            for scene in parse_sentence(entry.sentence, entry.figures, entry.taken, always=True)[:1]:
                self.move(scene)

    def stands_for(self, scene: Scene, chunk: Chunk) -> Named | None:
        """Give whom a pronoun stands for: a subject before it in the sentence, else the last one kept."""
        if chunk.low == "whom":
            return _antecedent(scene, chunk)
        if chunk.low == "them" and subject_before(scene, chunk.first) is not None:
            return None  # whoever does it does it to others
        near = subject_before(scene, chunk.first, person=chunk.low in _SINGULAR)
        if near is None and chunk.low in _SINGULAR:
            near = _owner_before(scene, chunk.first)
        if near is None and chunk.low not in _SINGULAR:
            near = _group_before(scene, chunk.first)
        return near or (self.person if chunk.low in _SINGULAR else self.group)

    def person_before(self, scene: Scene, token: int) -> Named | None:
        """Give whose "his men" before a token are: a person named before in the sentence, else the last."""
        near = subject_before(scene, token, person=True) or _owner_before(scene, token)
        return near or self.person or self.group

    def move(self, scene: Scene) -> None:
        """Take over the subjects of a sentence, and whom it tells to have been hit."""
        self._unread = []
        struck = _struck(scene)
        self._struck = (scene.sentence.order, struck) if struck is not None else None
        for subject in _subjects(scene):
            if subject.name and not _is_group(subject) and subject.low not in _MEDIA:
                self._person = _named(scene, subject)
            if subject.name or _is_group(subject):
                self._group = _named(scene, subject)


def _subjects(scene: Scene) -> Iterator[Chunk]:
    """Give the noun phrases that are subjects in a scene, in the order of their verbs."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        if chunk.kind == "vp":
            yield from (row[p] for p in subjects_of(row, at) if row[p].kind == "np")


def _struck(scene: Scene) -> Named | None:
    """Give the last to be hit: the object of "raided", "destroyed", "sank", the subject of "was raided"."""
    row, found = scene.chunks, None
    for at, chunk in enumerate(row):
        if chunk.kind == "vp" and (chunk.low in _STRIKES or any(sense.materiel for sense in chunk.triggers)):
            hit = subjects_of(row, at) if chunk.passive else objects_of(row, at)
            found = row[hit[0]] if hit and row[hit[0]].kind == "np" else found
    return naming_words(scene, found, machine=found.of_kind("materiel")) if found is not None else None


def subject_before(scene: Scene, token: int, *, person: bool = False) -> Named | None:
    """Give the nearest subject before a token that can be a party; persons only where asked."""
    found = None
    for subject in _subjects(scene):
        if subject.last <= token and (subject.name or (not person and _is_group(subject))):
            found = subject
    return _named(scene, found) if found is not None else None


def _group_before(scene: Scene, token: int) -> Named | None:
    """Give the nearest group named before a token, whatever its part in the sentence."""
    groups = [
        chunk
        for chunk in scene.chunks
        if chunk.last <= token and chunk.figure is None and (_is_group(chunk) or _is_people(chunk))
    ]
    return _named(scene, groups[-1]) if groups else None


def _owner_before(scene: Scene, token: int) -> Named | None:
    """Read "Roe's luck was out when he was killed": he is Roe."""
    owners = [chunk for chunk in scene.chunks if chunk.last <= token and chunk.owner and chunk.name]
    return _named(scene, owners[-1]) if owners else None


def _is_people(chunk: Chunk) -> bool:
    """Tell "the Dowists" from "the Dow"."""
    return chunk.name and chunk.det == "the" and chunk.low.endswith("s")


def _antecedent(scene: Scene, chunk: Chunk) -> Named | None:
    """Give the noun phrase before the comma of ", some of whom", whatever its part in the sentence."""
    row = scene.chunks
    at = row.place(chunk)
    while at > 0 and row[at].kind != "sign":
        at -= 1
    before = [one for one in row[:at] if one.kind == "np" and (one.name or _is_group(one))]
    return _named(scene, before[-1]) if before else None


def _is_group(chunk: Chunk) -> bool:
    several = chunk.noun is not None and (chunk.noun.plural or chunk.noun.collective)
    return chunk.of_kind("unit") or (chunk.of_kind("people") and several)


def _named(scene: Scene, chunk: Chunk) -> Named:
    """Name a noun phrase, with whose it is: "Orr's army"."""
    owner = scene.chunks.near(scene.chunks.place(chunk) - 1)
    outer = owner if owner.owner else chunk
    first = outer.body if outer.body >= 0 else outer.first
    return Named(scene.sentence.words(first, chunk.last), scene.sentence.source(first, chunk.last))
