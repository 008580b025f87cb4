"""The wiki that a dump is of: the head of the export, before the first page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from testimonia.errors import InputError
from testimonia.read.dump.elements import BrokenXMLError, elements_of

__all__ = ["Site", "read_site"]

_KEPT = "/:,;()!*'@$~"
"""What MediaWiki leaves as it is in the address of a page."""


@dataclass(frozen=True, slots=True)
class Site:
    """What an export says of the wiki it comes from; "" for what it does not say."""

    name: str = ""
    """The name of the wiki: "Wikipedia"."""
    base: str = ""
    """The address of its main page."""

    def url(self, title: str) -> str | None:
        """Give the address of a page, None where that of the main page is not known."""
        if "://" not in self.base:
            return None
        place, query, _ = self.base.partition("title=")
        if not query:
            place = self.base.rpartition("/")[0] + "/"
        return f"{place}{query}{quote(title.replace(' ', '_'), safe=_KEPT)}"


def read_site(head: bytes, name: str) -> Site:
    """Read what stands before the first page of an export; `name` is what the user calls the export.

    Raises InputError if it is no MediaWiki export, is not well-formed, or declares entities.
    """
    if b"<mediawiki" not in head:
        words = " ".join(head[:200].decode("utf-8", "replace").split())[:40]
        raise InputError(f"{name}: it is no MediaWiki export: it begins with «{words}».")
    try:
        found = {element.path: element.words.strip() for element in elements_of(head, whole=False)}
    except BrokenXMLError as error:
        raise InputError(f"{name}, line {error.line}: the XML is broken: {error.reason}.") from error
    return Site(found.get("mediawiki/siteinfo/sitename", ""), found.get("mediawiki/siteinfo/base", ""))
