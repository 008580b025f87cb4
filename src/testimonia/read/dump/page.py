"""One page of a dump, from its XML to title, revision and wikitext."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.errors import InputError
from testimonia.read.dump.elements import BrokenXMLError, Element, elements_of

__all__ = ["Page", "read_page"]

_REVISION = "page/revision"


@dataclass(frozen=True, slots=True)
class Page:
    """The latest revision of a page that a dump holds."""

    title: str
    text: str
    """The wikitext, which all offsets count in."""
    revision_id: str | None
    timestamp: str | None
    """Of the revision, ISO 8601."""


def read_page(xml: bytes, name: str) -> Page:
    """Read a page from "<page>" to "</page>"; `name` is what the user is told of it.

    Of several revisions the one with the latest timestamp is taken. Raises InputError if the XML is
    broken, holds an entity that MediaWiki does not write, or gives no text.
    """
    try:
        elements = elements_of(xml, whole=True)
    except BrokenXMLError as error:
        raise InputError(
            f"{name}: its XML is broken: {error.reason} (line {error.line} of the page)."
        ) from error
    title = next((element.words for element in elements if element.path == "page/title"), "")
    revisions = _revisions(elements)
    if not title or not revisions:
        raise InputError(f"{name}: the page has no {'revision' if title else 'title'}.")
    latest = max(revisions, key=lambda revision: revision.get("timestamp", ""))
    if "text" not in latest:
        raise InputError(f"{name}: the dump withholds the text of the page.")
    return Page(title, latest["text"], latest.get("id"), latest.get("timestamp"))


def _revisions(elements: list[Element]) -> list[dict[str, str]]:
    """Gather what is said of each revision; a text that the wiki has hidden is left out."""
    revisions: list[dict[str, str]] = []
    said: dict[str, str] = {}
    for path, attributes, words in elements:
        outer, _, name = path.rpartition("/")
        if path == _REVISION:
            revisions.append(said)
            said = {}
        elif outer == _REVISION and "deleted" not in attributes:
            said[name] = words
    return revisions
