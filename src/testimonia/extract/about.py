"""Whom a sentence is about: its last group, its last person, and whom it tells to have been hit.

example          The garrison broke out under Orr.       → group: the garrison
example          The Roes raided a Dow camp.             → hit: the Dow camp
counter-example  Facebook reported heavy fighting.       → no person
"""

from collections.abc import Iterator
from functools import cached_property

from testimonia.extract.actors.naming import country_of, is_demonym
from testimonia.extract.dates import DatedSentence
from testimonia.extract.drafts import Named
from testimonia.extract.naming import flag_of, naming_words
from testimonia.extract.prose import parse_sentence
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import objects_of, subjects_of
from testimonia.extract.strikers import last_striker
from testimonia.lexicon import forms, word_set

__all__ = [
    "About",
    "is_folk",
    "is_group",
    "is_named",
    "is_nobodys_he",
    "is_one",
    "is_town",
    "named",
    "pair_before",
    "subjects",
]

_MEDIA = forms("saying_nouns")
"""Facebook, Telegram: where something is said is nobody."""
_PLACES = forms("placekinds")
_DONE_TO_TOWNS = word_set("grammar", "done_to_towns")
_STRIKES = word_set("grammar", "strikes") - {"surprised"}  # who is surprised to see somebody is not hit


class About:
    """Whom one sentence is about: most are never asked, so that nothing is found before somebody asks."""

    def __init__(self, told: Scene | DatedSentence) -> None:
        """Take a sentence that was parsed, or one without claims, which was not."""
        self._told = told

    @property
    def order(self) -> int:
        """The number of the sentence in the article."""
        return self._told.sentence.order

    @cached_property
    def group(self) -> Named | None:
        """The last group."""
        groups = [one for one in self._subjects if one.name or is_group(one)]
        return named(self._scene, groups[-1]) if self._scene and groups else None

    @cached_property
    def person(self) -> Named | None:
        """The last person."""
        persons = [
            one
            for one in self._subjects
            if not (is_nobodys_he(one) or one.low in _MEDIA or is_town(self._scene, one))
            and (is_named(self._scene, one) or is_one(one))
        ]
        return named(self._scene, persons[-1]) if self._scene and persons else None

    @cached_property
    def struck(self) -> Named | None:
        """Whom it tells to have been attacked or hit, the last of several."""
        return _struck(self._scene) if self._scene else None

    @cached_property
    def striker(self) -> Named | None:
        """Who it tells to have struck from afar, if it ends with that."""
        return last_striker(self._scene) if self._scene else None

    @cached_property
    def pair(self) -> tuple[Named, Named] | None:
        """The last two that it names: "the Roes stormed the Dows", "Orr met Kay"."""
        scene = self._scene
        return pair_before(scene, len(scene.sentence.tokens)) if scene is not None else None

    @cached_property
    def _subjects(self) -> list[Chunk]:
        return list(subjects(self._scene)) if self._scene else []

    @cached_property
    def _scene(self) -> Scene | None:
        told = self._told
        if isinstance(told, Scene):
            return told
        return next(iter(parse_sentence(told.sentence, told.figures, told.taken, always=True)), None)


def subjects(scene: Scene) -> Iterator[Chunk]:
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
    if found is None:
        return None
    return naming_words(scene, found, machine=found.of_kind("materiel")) or flag_of(scene, found)


def pair_before(scene: Scene, token: int) -> tuple[Named, Named] | None:
    """Give the last two groups or persons named before a token, which are joined or meet."""
    row = scene.chunks
    last = sum(chunk.last <= token for chunk in row)
    for at in range(last - 3, -1, -1):
        one, other = row[at], row[at + 2]
        if one.kind == other.kind == "np" and row[at + 1].kind == "conj" and not one.owner:
            meant = [chunk.name or _can_be_meant(scene, chunk) for chunk in (one, other)]
            if all(meant) and one.figure is None and other.figure is None:
                return named(scene, one), named(scene, other)
    told = [chunk for chunk in row[:last] if not chunk.owner and _can_be_meant(scene, chunk)]
    return (named(scene, told[-2]), named(scene, told[-1])) if len(told) > 1 else None


def _can_be_meant(scene: Scene, chunk: Chunk) -> bool:
    """Tell peoples, forces and persons from places, and from those who are counted."""
    if chunk.kind != "np" or chunk.figure is not None or chunk.harm is not None:
        return False
    return is_folk(chunk) or is_group(chunk) or chunk.person or (is_named(scene, chunk) and not chunk.name)


def is_group(chunk: Chunk) -> bool:
    """Tell whether a noun phrase is a unit or people in the plural."""
    several = chunk.noun is not None and (chunk.noun.plural or chunk.noun.collective)
    return chunk.of_kind("unit") or (chunk.of_kind("people") and several)


def is_named(scene: Scene | None, chunk: Chunk) -> bool:
    """Tell "Roe", "Captain Roe" and "Orhan Pasha" from "the captain"."""
    if chunk.name or scene is None or not chunk.of_kind("people") or chunk.plural:
        return chunk.name
    tokens = scene.sentence.tokens
    titled = not chunk.det and tokens[chunk.head].capital and chunk.head > max(chunk.body, chunk.first)
    return tokens[chunk.last - 1].capital and (chunk.last - 1 > chunk.head or titled)


def is_one(chunk: Chunk) -> bool:
    """Tell "a guard", "the gunman", who may be "he", from "the guard", whose word means several, too."""
    person = chunk.of_kind("people") and chunk.noun is not None and not chunk.noun.plural
    told = person and chunk.noun is not None and not chunk.noun.collective
    return told and chunk.figure is None and chunk.det in {"a", "an", "the", "another", "one"}


def is_folk(chunk: Chunk) -> bool:
    """Tell "the Roes", "Ottomans" from "Davis"."""
    return chunk.plural_name and (chunk.det == "the" or is_demonym(chunk.low.capitalize()))


def is_nobodys_he(chunk: Chunk) -> bool:
    """Tell peoples, groups, countries, "the Roe" and "Roe Ridge" from persons, whom "he" may mean."""
    thing = chunk.name and not chunk.person and (chunk.det == "the" or chunk.low in _PLACES)
    return is_folk(chunk) or is_group(chunk) or thing or country_of(chunk.low.capitalize()) is not None


def is_town(scene: Scene | None, chunk: Chunk) -> bool:
    """Tell "Orm was occupied", a name of which is told what is done to towns, from "Orr was besieged"."""
    if scene is None or not chunk.name or chunk.person:
        return False
    row = scene.chunks
    verb = row.near(behind(row, row.place(chunk)))
    return verb.passive and verb.low in _DONE_TO_TOWNS


def named(scene: Scene, chunk: Chunk) -> Named:
    """Name a noun phrase, with whose it is: "Orr's army"."""
    owner = scene.chunks.near(scene.chunks.place(chunk) - 1)
    outer = owner if owner.owner else chunk
    first = outer.body if outer.body >= 0 else outer.first
    return Named(scene.sentence.words(first, chunk.last), scene.sentence.source(first, chunk.last))
