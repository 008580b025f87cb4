"""What reading gives: an article, its passages and where each stands in the source."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from testimonia.model.words import Form, MarkKind, Zone

__all__ = ["Article", "Cell", "Mark", "Parameter", "Passage", "Section", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of `Article.text`, in code points."""

    start: int
    end: int

    def covers(self, other: Self) -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Self) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Mark:
    """Something the source says beside the words: a flag, a link, a reference, bold type, a ruled line."""

    kind: MarkKind
    start: int
    """Where it stands in the passage's `shown` text (a flag has no width: start == end)."""
    end: int
    value: str
    """Flag: the country, "" if unknown; link: the target; reference, template: the raw words."""
    span: Span
    """The markup itself, in `Article.text`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a passage stands in a table; rows and columns are counted from 0, spans are not followed."""

    table: int
    """Where the table begins in `Article.text`: it tells one table from another."""
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or infobox value: the words a reader sees, each tied to the source.

    `shown` is what a reader sees; `sources[i]` is the span of `Article.text` behind `shown[i]`
    (for plain text simply one character each). Rules read `shown` and report spans of the source,
    so that nothing is cleaned before it is located.
    """

    shown: str
    starts: Sequence[int]
    """For each character of `shown`, where it begins in the source."""
    ends: Sequence[int]
    """For each character of `shown`, where it ends in the source."""
    zone: Zone
    section: int
    """Index into `Article.sections`."""
    marks: tuple[Mark, ...] = ()
    item: bool = False
    """True for a list item."""
    cell: Cell | None = None
    """Its place in a table; None outside of tables."""

    def source(self, start: int, end: int) -> Span:
        """Give the span of the source behind `shown[start:end]` (not empty)."""
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Parameter:
    """One line of an infobox: a key and its value."""

    key: str
    """Lower case, without spaces or underscores: "casualties1", "partof", "date"."""
    passage: Passage
    """The value. Line breaks of the source are "\\n" in `shown`."""
    span: Span
    """The whole line, key and value, in `Article.text`."""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the article; index 0 is what stands before the first heading."""

    title: str
    level: int
    """0 for the head of the article, 2 for "== A ==", 3 for "=== B ==="."""
    span: Span
    path: tuple[str, ...] = ()
    """The titles of the sections around this one and its own, outermost first."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its text whole and its parts located."""

    text: str
    title: str
    form: Form
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    """Prose in reading order: paragraphs, list items, table cells, captions, notes; not the infobox.

    What a note within an infobox value tells is prose, too: such a passage is of the zone "infobox"."""
    parameters: tuple[Parameter, ...] = ()
    source: str = ""
    """Where it came from, as the user named it: a file name, a URL, "-"."""
    url: str | None = None
    revision_id: str | None = None
    timestamp: str | None = None
    """Of the revision, ISO 8601, where known."""
    redirects: tuple[str, ...] = ()
    infobox: str | None = None
    """The name of the infobox template, "infobox" where the form does not say, or None."""
    campaigns: tuple[str, ...] = ()
    """The names of the campaigns whose navigation boxes stand in the article."""
    neighbours: tuple[str, ...] = ()
    """The titles of the pages that such a box lists, as far as it does so in the article itself."""
    templates: tuple[tuple[str, str, str], ...] = ()
    """What the user says that templates mean, beside what is known: template, meaning, what it shows."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the UTF-8 text, in lower-case hexadecimal."""
        return sha256(self.text.encode("utf-8")).hexdigest()

    def quote(self, span: Span) -> str:
        """Give the exact words of a span."""
        return self.text[span.start : span.end]
