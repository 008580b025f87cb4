"""What is carried from sentence to sentence while the claims of an article are read."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace

from testimonia.extract.attribution import Discourse
from testimonia.extract.counted_before import Recalled
from testimonia.extract.drafts import ClaimDraft, Named, Saying
from testimonia.extract.focus import Focus
from testimonia.extract.listed import ListLabel
from testimonia.extract.mentioned import Mentioned
from testimonia.extract.prose.chunk import NOTHING_KNOWN, Known
from testimonia.extract.sentences import Sentence
from testimonia.extract.tabled import Tabled
from testimonia.model import Span

__all__ = ["Memory"]


@dataclass(slots=True)
class Memory:
    """What is carried from sentence to sentence."""

    known: Known = NOTHING_KNOWN
    """What is known of the article before its sentences are read."""
    discourse: Discourse = field(default_factory=Discourse)
    focus: Focus = field(default_factory=Focus)
    party: Mentioned | None = None
    """The party of the count before, within the sentence."""
    opener: Named | None = None
    """The force before the bracket that is read."""
    told: tuple[int, Mentioned] | None = None
    """The last party named or described, with its paragraph: "Six men fell. One hundred more died later"."""
    several: int = -1
    """The number of the sentence of that party, where it is more than one; -1 where it is one person."""
    listed: Saying | None = None
    """The saying of an introduction that ends in a colon, for the items below it."""
    introduced: Span | None = None
    """The sentence of that introduction."""
    listed_in: int = -1
    """The section of that introduction: what stands under the next heading is not listed by it."""
    last: ClaimDraft | None = None
    """The last count of the sentence before, which this one may revise."""
    recalled: Recalled | None = None
    """The only people that a sentence before has counted."""
    whole: tuple[int, ClaimDraft] | None = None
    """The last whole number of the sentence before, whose parts this one may tell, with its paragraph."""
    label: ListLabel = field(default_factory=ListLabel)
    """Whose figures the items of a list are."""
    tables: Mapping[int, Tabled] = field(default_factory=dict)
    """Whose figures the cells of tables are, by where the cell begins."""

    def whole_for(self, sentence: Sentence) -> ClaimDraft | None:
        """Give the number whose parts a sentence may tell."""
        return self.whole[1] if self.whole is not None and self.whole[0] == sentence.paragraph else None

    def tabled(self, sentence: Sentence) -> Tabled | None:
        """Give what the table around a cell of figures tells of it; None for other sentences."""
        return self.tables.get(sentence.passage.starts[0])

    def label_of(self, sentence: Sentence) -> Named | None:
        """Give whose figures those of a cell or of a list item are, as the row or the item above tells."""
        tabled = self.tabled(sentence)
        return tabled.whose if tabled is not None else self.label.of(sentence)

    def introduction(self, sentence: Sentence) -> Span | None:
        """Give the line above the list that a sentence is an item of; None for other sentences."""
        listed = sentence.passage.item and self.listed_in == sentence.passage.section
        return self.introduced if listed else None

    def aside(self) -> "Memory":
        """Give a copy for a note or caption within a passage: what it tells is over where it ends."""
        return replace(self, discourse=copy(self.discourse), focus=copy(self.focus))
