"""What a reader keeps in mind: whom "they" and "he" stand for, who the last party was and whom it hit.

example          The garrison broke out. They lost 12 men.       → "they": the garrison
example          Orr led the charge. He was killed.              → "he": Orr
example          The Roes raided a Dow camp. Nine men died.      → hit before: the Dow camp
counter-example  They were killed.  (first sentence)             → nobody
"""

from collections.abc import Callable, Sequence
from operator import attrgetter

from testimonia.extract.about import (
    About,
    is_folk,
    is_group,
    is_named,
    is_nobodys_he,
    is_one,
    is_town,
    named,
    pair_before,
    subjects,
)
from testimonia.extract.dates import DatedSentence
from testimonia.extract.drafts import Named
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import subjects_of

__all__ = ["POINTING", "Focus", "subject_before"]

POINTING = frozenset({"former", "latter"})
"""Words that mean one of the two named before."""

_KEPT = 2
"""How many sentences without claims are kept beside the last, for when somebody asks."""
_MOST = 64
"""How many sentences may wait to be asked."""
_SINGULAR = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})


class _Latest:
    """The latest of a kind that the sentences were about; they are looked through when somebody asks."""

    def __init__(self, of: Callable[[About], Named | None]) -> None:
        """Begin with nobody; `of` tells whom of the kind a sentence is about."""
        self._of = of
        self._found: Named | None = None
        self._waiting: list[About] = []

    def add(self, about: About) -> None:
        """Take one more sentence."""
        self._waiting.append(about)
        if len(self._waiting) > _MOST:
            self.get()

    def get(self) -> Named | None:
        """Give the latest; None if there was none."""
        while self._waiting:
            found = self._of(self._waiting.pop())
            if found is not None:
                self._found = found
                self._waiting.clear()
        return self._found


class Focus:
    """The last group and the last person that a sentence was about.

    Most sentences hold no claim and are not parsed; one is only when a later one asks whom it was about.
    """

    def __init__(self) -> None:
        """Begin with nobody in mind."""
        self._group = _Latest(attrgetter("group"))
        self._person = _Latest(attrgetter("person"))
        self._last: About | None = None
        self._unread: list[About] = []

    @property
    def group(self) -> Named | None:
        """The last group; None if there was none."""
        self._catch_up()
        return self._group.get()

    @property
    def person(self) -> Named | None:
        """The last person; None if there was none."""
        self._catch_up()
        return self._person.get()

    def struck_before(self, scene: Scene) -> Named | None:
        """Give whom the sentence before one, in its paragraph, tells to have been attacked or hit."""
        self._catch_up()
        before = self._last
        return before.struck if before is not None and before.order == scene.sentence.order - 1 else None

    def striker_before(self, scene: Scene) -> Named | None:
        """Give who struck in the sentence before one, in its paragraph."""
        self._catch_up()
        before = self._last
        return before.striker if before is not None and before.order == scene.sentence.order - 1 else None

    def pass_over(self, entry: DatedSentence) -> None:
        """Keep a sentence without claims for when somebody asks."""
        self._last = About(entry)
        self._unread = [*self._unread[-_KEPT:], self._last]

    def move(self, scene: Scene) -> None:
        """Take over a sentence, so that those without claims before it are forgotten."""
        self._last = About(scene)
        self._unread = [self._last]
        self._catch_up()

    def _catch_up(self) -> None:
        for about in self._unread:
            self._group.add(about)
            self._person.add(about)
        self._unread = []

    def stands_for(self, scene: Scene, chunk: Chunk) -> Named | None:
        """Give whom a pronoun stands for: a subject before it in the sentence, else the last one kept."""
        if chunk.low == "whom":
            return _antecedent(scene, chunk)
        if chunk.low in POINTING:
            return self._pointed_at(scene, chunk)
        if chunk.low == "him":
            return _other_before(scene, chunk) or self.person
        if chunk.low == "them" and subject_before(scene, chunk.first) is not None:
            place = scene.chunks.place(chunk)
            part = scene.chunks.near(place - 1).low == "of"
            if scene.chunks.near(place - 1 - 2 * part).kind == "vp":
                return _others_before(scene, chunk, _doers_of(scene, chunk))  # to others than who does it
            return _others_before(scene, chunk, ()) if part else None
        near = subject_before(scene, chunk.first, person=chunk.low in _SINGULAR)
        if near is None and chunk.low in _SINGULAR:
            near = _owner_before(scene, chunk.first)
        if near is None and chunk.low not in _SINGULAR:
            near = _group_before(scene, chunk.first)
        return near or (self.person if chunk.low in _SINGULAR else self.group)

    def _pointed_at(self, scene: Scene, chunk: Chunk) -> Named | None:
        """Give whom "the former" or "the latter" means: of the two named last, in the sentence or before."""
        self._catch_up()
        two = pair_before(scene, chunk.first)
        if not two and self._last is not None and self._last.order == scene.sentence.order - 1:
            two = self._last.pair
        return two[chunk.low == "latter"] if two else None

    def person_before(self, scene: Scene, token: int) -> Named | None:
        """Give whose "his men" before a token are: a person named before in the sentence, else the last."""
        near = subject_before(scene, token, person=True) or _owner_before(scene, token)
        return near or self.person or self.group


def subject_before(scene: Scene, token: int, *, person: bool = False) -> Named | None:
    """Give the nearest subject before a token that can be a party; persons only where asked."""
    found = None
    for subject in subjects(scene):
        if subject.last > token:
            continue
        one = person and not (is_nobodys_he(subject) or is_town(scene, subject))
        if (one and (is_named(scene, subject) or is_one(subject))) or (
            not person and (is_named(scene, subject) or is_group(subject))
        ):
            found = subject
    return named(scene, found) if found is not None else None


def _group_before(scene: Scene, token: int) -> Named | None:
    """Give the nearest group named before a token, whatever its part in the sentence."""
    groups = [
        chunk
        for chunk in scene.chunks
        if chunk.last <= token and chunk.figure is None and (is_group(chunk) or _is_people(chunk))
    ]
    return named(scene, groups[-1]) if groups else None


def _owner_before(scene: Scene, token: int) -> Named | None:
    """Read "Roe's luck was out when he was killed": he is Roe."""
    owners = [chunk for chunk in scene.chunks if chunk.last <= token and chunk.owner and chunk.name]
    return named(scene, owners[-1]) if owners else None


def _is_people(chunk: Chunk) -> bool:
    """Tell "the Dowists" from "the Dow"."""
    return chunk.name and chunk.det == "the" and chunk.low.endswith("s")


def _doers_of(scene: Scene, chunk: Chunk) -> list[int]:
    """Give who does it to "him" or "them": the subjects of the verb before."""
    row = scene.chunks
    verb = next((at for at in range(row.place(chunk) - 1, -1, -1) if row[at].kind == "vp"), None)
    return subjects_of(row, verb) if verb is not None else []


def _other_before(scene: Scene, chunk: Chunk) -> Named | None:
    """Read "found Roe and shot him", "found the commander, taking him prisoner": not who does it."""
    row, doers = scene.chunks, _doers_of(scene, chunk)
    others = [
        at
        for at in range(row.place(chunk) - 1, -1, -1)
        if row[at].kind == "np" and at not in doers and not is_nobodys_he(row[at])
    ]
    told = [at for at in others if row[at].person or (is_named(scene, row[at]) and not row[at].name)]
    told = told or [at for at in others if row[at].name and row.near(at + 1).kind == "vp"]
    told = told or [
        at for at in others if is_one(row[at]) and not row[at].owner and row.near(at - 1).low != "as"
    ]
    return named(scene, row[told[0]]) if told else None


def _others_before(scene: Scene, chunk: Chunk, doers: Sequence[int]) -> Named | None:
    """Read "met the guards and killed them": not who does it."""
    row = scene.chunks
    for at in range(row.place(chunk) - 1, -1, -1):
        one = row[at]
        several = is_folk(one) or (is_group(one) and one.plural and one.low != "others")
        if one.kind == "np" and several and at not in doers and one.figure is None and one.harm is None:
            return named(scene, one) if not one.owner else None
    return None


def _antecedent(scene: Scene, chunk: Chunk) -> Named | None:
    """Give the noun phrase before the comma of ", some of whom", whatever its part in the sentence."""
    row = scene.chunks
    at = row.place(chunk)
    while at > 0 and row[at].kind != "sign":
        at -= 1
    before = [one for one in row[:at] if one.kind == "np" and (one.name or is_group(one))]
    return named(scene, before[-1]) if before else None
