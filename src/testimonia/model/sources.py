"""What an article gives as its sources, and where it does so."""

from dataclasses import dataclass

from testimonia.model.article import Span

__all__ = ["Citation", "CitedSource"]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A book, report, web page or anything else that an article cites, as far as it describes it."""

    key: str
    span: Span
    """Where the article describes it: a citation template, or the words of a reference."""
    text: str
    """The reference as a reader sees it; of a template its fields, joined."""
    title: str | None = None
    authors: tuple[str, ...] = ()
    """In the order given, "First Last" where the template tells the two apart; editors if no author."""
    date: str | None = None
    """Of publication, as written: "2015", "12 March 2015", "2015-03-12"."""
    work: str | None = None
    """The newspaper, journal or web site that it appeared in."""
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference to a source behind a claim."""

    source: str
    """Key of the source."""
    span: Span
    """The reference beside the words: "<ref …/>", "{{sfn|…}}"."""
    pages: str | None = None
    """Where in the source: "35", "120–124", "ch. 3"."""
