"""One stream of chunks of one sentence, and what a frame finds in it."""

from dataclasses import dataclass, field

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.sentences import Sentence
from testimonia.model import Measure, Quantity

__all__ = ["Found", "Scene", "quantity_of", "some"]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A count of the harmed or the fielded, before party and sayer are known."""

    measure: Measure
    quantity: Quantity
    first: int
    """Tokens of the quote."""
    last: int
    at: int
    """Position of the counted noun phrase (or of the noun of harm) in the stream."""
    rule: str
    confidence: float
    counted: Chunk | None = None
    """The noun phrase that is counted; None where only a noun of harm speaks."""
    party: tuple[Chunk, ...] = ()
    """Who is harmed, where that is not the counted noun phrase itself."""
    agent: Chunk | None = None
    """Who did it."""
    figure: Figure | None = None
    elided: bool = False
    """True for a figure without a noun ("and five injured")."""
    subset: bool = False
    """True for "including three officers"."""
    whole: Chunk | None = None
    """For a subset: the noun phrase that counts the whole."""
    item: str | None = None
    estimated: bool = False


@dataclass(slots=True, eq=False)
class Scene:
    """A stream to look for frames in; `used` holds the figures that a frame has taken."""

    sentence: Sentence
    chunks: list[Chunk]
    main: bool = True
    """False for what stands in brackets."""
    before: Chunk | None = None
    """For brackets: the noun phrase that they follow."""
    used: set[int] = field(default_factory=set)
    """First tokens of the figures taken."""

    def at(self, chunk: Chunk) -> int:
        """Give the position of a chunk in the stream."""
        return next(at for at, other in enumerate(self.chunks) if other is chunk)

    def words(self, chunk: Chunk) -> str:
        """Give the shown words of a chunk."""
        return self.sentence.words(chunk.first, chunk.last)


def some(words: str) -> Quantity:
    """Give the quantity of a bare plural: vague, "some"."""
    return Quantity("vague", None, None, words, "some")


def quantity_of(scene: Scene, chunk: Chunk) -> Quantity | None:
    """Give how many a counted chunk speaks of; None where nothing countable is meant.

    A figure counts; so do one named or "a" person (1), a bare or definite plural ("some"), and the
    pronouns: "he" is one, "they" are some.
    """
    if chunk.figure is not None:
        return chunk.figure.quantity
    words = scene.words(chunk)
    if chunk.kind == "pron":
        return Quantity("exact", 1, 1, words) if chunk.low == "it" else _of_pronoun(chunk.low, words)
    if chunk.det in {"no", "neither"}:
        return Quantity("none", 0, 0, words)
    listed = scene.at(chunk) + 1 < len(scene.chunks) and scene.chunks[scene.at(chunk) + 1].kind == "conj"
    if (
        chunk.low in {"others", "many", "all", "both"}
        or chunk.plural
        or (chunk.noun and chunk.noun.collective)
    ):
        return Quantity("exact", 2, 2, words) if chunk.det == "both" and not listed else some(words)
    if chunk.noun and chunk.noun.kind == "unit":
        return Quantity("vague", None, None, words, words)
    return Quantity("exact", 1, 1, words)


def _of_pronoun(low: str, words: str) -> Quantity | None:
    if low in {"he", "she", "him", "her", "himself", "herself"}:
        return Quantity("exact", 1, 1, words)
    return some(words) if low in {"they", "them", "themselves"} else None
