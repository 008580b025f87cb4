"""The party of a count as the text names it, and what stands around the count that can tell it."""

from dataclasses import dataclass

from testimonia.extract.drafts import Named, Saying
from testimonia.extract.focus import Focus
from testimonia.extract.prose.scene import Scene
from testimonia.model import Category, PartyBasis

__all__ = ["Circumstances", "Mentioned"]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The party of a count, as named, and what it rests on."""

    named: tuple[Named, ...]
    category: Category
    basis: PartyBasis
    doer: Named | None = None
    """Who did the harm."""
    own: tuple[Named, ...] = ()
    """Whose own people they may be ("his men", "its losses"), the likeliest first: a subject, the speaker."""
    holder: Named | None = None
    """Who is told to have them: "Roe advanced with 200 men"."""
    topic: Named | None = None
    """Whom the sentences before were about, for strengths."""
    last: int = -1
    """Token behind the count, for losses; -1 for strengths."""
    fielded: int = -1
    """Token behind the count, for strengths; -1 for losses."""
    helpless: bool = False
    """True where the place alone tells that they are civilians, unless a name says that they fight."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What stands around a count and can tell its party."""

    scene: Scene
    saying: Saying | None
    before: Mentioned | None
    """The party of the count before it in the sentence."""
    focus: Focus
    label: Named | None = None
    """Whom the list that the count stands in is about, as its heading says."""

    opener: Named | None = None
    """The force that the bracket stands behind in which the count is told: "the Roe army (300 men)"."""

    @property
    def speaker(self) -> Named | None:
        """The one who says it, if anybody does."""
        return self.saying.speakers[0] if self.saying is not None and self.saying.speakers else None
