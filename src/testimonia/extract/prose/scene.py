"""One line of chunks of one sentence, and what a frame finds in it."""

from dataclasses import dataclass, field

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lexemes import Trigger, triggers_at
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import forms, peoples, word_set
from testimonia.model import Measure, Quantity

__all__ = [
    "REST",
    "Found",
    "Scene",
    "fate_before",
    "is_all",
    "named_pair",
    "quantity_of",
    "senses_before",
    "some",
]

REST = frozenset({"rest", "remainder"})
"""What stands for those who are left of the ones told of before."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A count of the harmed or the fielded, before party and sayer are known."""

    measure: Measure
    quantity: Quantity
    first: int
    """Tokens of the quote: first and one past the last."""
    last: int
    at: int
    """Position in the row of the counted noun phrase, or of the noun of harm."""
    rule: str
    counted: Chunk | None = None
    """The noun phrase that is counted; None where only a noun of harm speaks."""
    party: tuple[Chunk, ...] = ()
    """Who is harmed, where that is not the counted noun phrase itself."""
    agent: Chunk | None = None
    """Who did it."""
    figure: Figure | None = None
    whole: "Found | None" = None
    """For a subset ("including three officers"): the total that it is part of."""
    item: str | None = None
    """For materiel: what, as written."""

    @property
    def estimated(self) -> bool:
        """True if the figure itself is called an estimate."""
        return self.figure is not None and self.figure.estimated

    @property
    def elided(self) -> bool:
        """True for a figure without a noun ("and five injured"), and for "the rest"."""
        return self.counted is not None and (self.counted.elided or self.counted.low in REST | {"other"})


@dataclass(slots=True, eq=False)
class Scene:
    """A row to look for frames in; `used` holds the figures that a frame has taken."""

    sentence: Sentence
    chunks: Row
    used: set[int] = field(default_factory=set)
    """First tokens of the figures taken."""
    main: Row = field(default_factory=Row)
    """For a bracket the line around it."""

    def words(self, chunk: Chunk) -> str:
        """Give the shown words of a chunk."""
        return self.sentence.words(chunk.first, chunk.last)

    def item(self, chunk: Chunk) -> str:
        """Give the words of machines, with the noun that they share: "six German" (ships)."""
        words, noun = self.words(chunk), chunk.noun
        shared = noun is not None and noun.kind == "materiel" and noun.form.lower() not in words.lower()
        return f"{words} {noun.form}" if shared and noun is not None else words


def some(words: str) -> Quantity:
    """Give the quantity of a bare plural: vague, "some"."""
    return Quantity("vague", None, None, words, "some")


_STATES = frozenset({"participle", "adjective"})


def senses_before(scene: Scene, chunk: Chunk) -> list[Trigger]:
    """Give the senses of the words of harm before a head: of "dead" in "40 dead soldiers"."""
    tokens = scene.sentence.tokens
    first = chunk.body - (chunk.body > chunk.first and tokens[chunk.body - 1].low[-2:] == "ly")
    return [sense for at in range(first, chunk.head) for sense in triggers_at(tokens, at)[1]]


def fate_before(scene: Scene, chunk: Chunk) -> Trigger | None:
    """Give what became of people, where it stands before their head: "40 dead soldiers"."""
    senses = senses_before(scene, chunk)
    return next((sense for sense in senses if sense.role in _STATES and not sense.materiel), None)


_ONE = frozenset({"he", "she", "him", "her", "himself", "herself", "it"})
_MANY = frozenset({"they", "them", "themselves"})
_FLEETS = word_set("grammar", "fleets")
_PARTS = word_set("grammar", "parts")
_MASS = word_set("grammar", "mass")
_NONE = frozenset({"no", "neither", "any"})
"""Words that deny: "denied that any civilians died"."""
_WHOLES = frozenset({"all", "both"})
_SINGLE = frozenset({"a", "an"})
_PLURAL = frozenset({"others", "many", "all", "both"})
_NO_ONE = frozenset({"", "the"})
_CAMPS = frozenset({"forces", "troops", "armies", "fleets"})
"""What two camps have: "both Roe and Dow forces" are not two."""


def quantity_of(scene: Scene, chunk: Chunk) -> Quantity | None:
    """Give how many a counted chunk speaks of; None where nothing countable is meant.

    A figure counts; so do one named or "a" person (1), a bare or definite plural ("some"), and the
    pronouns: "he" is one, "they" are some.
    """
    if chunk.figure is not None:
        return chunk.figure.quantity
    words = scene.words(chunk)
    if chunk.kind == "pron":
        one = Quantity("exact", 1, 1, words) if chunk.low in _ONE else None
        return one or (some(words) if chunk.low in _MANY else None)
    if chunk.det in _WHOLES and chunk.body < 0:  # "all of the crew", "both of them"
        return some(words) if chunk.det == "all" else Quantity("exact", 2, 2, words)
    if chunk.det in _NONE or chunk.det == "every":  # "every man of the garrison"
        return some(words) if chunk.det == "every" else Quantity("none", 0, 0, words)
    if chunk.det in _SINGLE and (chunk.of_kind("materiel") or chunk.low in _FLEETS):
        return Quantity("exact", 1, 1, words)  # "an aircraft", whose plural has the same form
    return _vague(scene, chunk) or _several(scene, chunk) or Quantity("exact", 1, 1, words)


def is_all(chunk: Chunk) -> bool:
    """Tell the "all" of "all of the crew", whose noun stands behind."""
    return chunk.kind == "np" and chunk.det == "all" and chunk.body < 0 and chunk.figure is None


def _vague(scene: Scene, chunk: Chunk) -> Quantity | None:
    """Give the quantity of "the remainder of the garrison" and of a formation; None for others."""
    words = scene.words(chunk)
    if chunk.low in REST or (
        chunk.low in _PARTS and scene.chunks.near(scene.chunks.place(chunk) + 1).low == "of"
    ):
        return some(words)
    formation = chunk.of_kind("unit") and not chunk.plural
    return Quantity("vague", None, None, words, words) if formation else None


def _is_titled(scene: Scene, chunk: Chunk) -> bool:
    """Tell "Lt Col French", one person, from "the Free French"."""
    words = scene.sentence.tokens[chunk.body : chunk.last - 1]
    return any(token.low.rstrip(".") in forms("ranks") for token in words)


def named_pair(chunk: Chunk) -> bool:
    """Tell "both pilots Roe" (and Dow), whose names follow, from "both pilots" (and their cook)."""
    return chunk.det == "both" and chunk.of_kind("people") and chunk.plural and chunk.last - 1 > chunk.head


def _several(scene: Scene, chunk: Chunk) -> Quantity | None:
    """Give the quantity of a plural, a collective, or things without number; None for a single one."""
    collective = chunk.noun is not None and chunk.noun.collective
    mass = chunk.low in _MASS or (chunk.noun is not None and chunk.noun.form.split()[-1] in _MASS)
    people = chunk.plural_name and chunk.det == "the"  # "the Reds", as against "Davis"
    people = people or (chunk.name and chunk.det in _NO_ONE and chunk.low in peoples())  # "the British"
    people = people and not (chunk.last - chunk.body > 1 and _is_titled(scene, chunk))
    told = chunk.harm is not None and chunk.harm.role == "noun_person" and chunk.noun is None
    told = told and chunk.det not in _SINGLE  # "the wounded"
    if not (chunk.low in _PLURAL or mass or people or chunk.plural or collective or told):
        return None
    words = scene.words(chunk)
    listed = scene.chunks.near(scene.chunks.place(chunk) + 1).kind == "conj" and not named_pair(chunk)
    two = chunk.det == "both" and not listed and chunk.low not in _CAMPS
    return Quantity("exact", 2, 2, words) if two else some(words)
