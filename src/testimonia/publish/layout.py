"""Where a static site keeps the page and the files of an IRI."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from testimonia.vocab import SH, TM, TMC

__all__ = ["ON_EVENT", "OWN", "PAGES", "PEOPLE", "WITH_EVENT", "YEAR", "Layout"]

PAGES = ("event", "actor", "person", "place")
"""The kinds of things that have a page of their own: the first part of their path."""
_WRITTEN = ("", "ttl", "jsonld", "csv")
"""The suffixes of files that a site has, and none, for what they have in common."""
ON_EVENT = ("claim", "group", "side", "happening")
"""The kinds that have a place on the page of their event: KIND/EVENT/NAME."""
WITH_EVENT = ("statement", "participation", "unexplained", "comparison")
"""The kinds that belong to an event, but have no place of their own on its page."""
PEOPLE = ("actor", "person")
"""The kinds that have a page of their own, but are told of in the data of their event: KIND/EVENT/NAME."""
OWN = (*PAGES, *ON_EVENT, *WITH_EVENT)
"""The kinds whose pages are made from dossiers; all others have a plain page."""
YEAR = r"-?[0-9]+"
"""How the name of a time begins; the times that begin in one year are told of together."""
_YEAR = re.compile(YEAR)


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of one site."""

    base: str
    """What the IRIs of the data begin with."""
    known: frozenset[str]
    """The IRIs of whole documents that a page tells of; parts are told of with their whole."""

    def page(self, iri: str) -> str | None:
        """Give the place of the page that tells of an IRI, None where no page does."""
        if iri.startswith(self.base):
            kind, _, name = iri.removeprefix(self.base).partition("/")
            if kind in PAGES and iri in self.known:
                return f"kg/{kind}/{_file_name(name)}.html"
            if kind in (*ON_EVENT, *WITH_EVENT) and "/" in name:
                event, _, own = name.partition("/")
                page = self.page(f"{self.base}event/{event}")
                place = f"#{kind}-{quote(own.partition('#')[0])}" if kind in ON_EVENT else ""
                return f"{page}{place}" if page else None
            return self._plain(iri.partition("#")[0].removeprefix(self.base))
        document, mark, fragment = iri.partition("#")
        name = self._word(document)
        return f"{name}.html{mark}{fragment}" if name and document in self.known else None

    def _plain(self, path: str) -> str | None:
        """Give the place of the plain page that tells of a path, None where no page does."""
        whole = self.whole(path)
        return f"kg/{_file_name(whole)}.html" if self.base + whole in self.known else None

    def sheet(self, path: str, which: int | str) -> str:
        """Give the place of a sheet of a page: place.html, place~2.html, event~text.html; no slug has a ~."""
        name, dot, suffix = path.rpartition(".")
        return path if which == 1 else f"{name}~{which}{dot}{suffix}"

    def file(self, iri: str, suffix: str) -> str | None:
        """Give the place of what is said of an IRI, in the form of a suffix such as "ttl".

        What belongs to an event is told of in its file, what belongs to a revision in that of the revision.
        """
        if suffix not in _WRITTEN:
            return None
        document = iri.partition("#")[0]
        if document.startswith(self.base):
            return f"kg/{_file_name(self.whole(document.removeprefix(self.base)))}.{suffix}"
        name = self._word(document)
        return f"{name}.{suffix}" if name else None

    def claimant(self, iri: str) -> str:
        """Give the place of the page that compares the figures of an actor with those of others."""
        return f"claimants/{(self.page(iri) or '').removeprefix('kg/')}"

    @staticmethod
    def whole(path: str) -> str:
        """Give the path of that in whose file a thing is told of; `routes` says the same to servers."""
        kind, *parts = path.split("/")
        if kind in (*ON_EVENT, *WITH_EVENT, *PEOPLE) and len(parts) == 2:
            return f"event/{parts[0]}"
        if kind == "article" and parts[1:2] == ["rev"]:
            return "/".join((kind, *parts[:3]))
        if kind == "run" and len(parts) == 2:
            return f"article/{parts[0]}"
        if kind == "time" and (year := _YEAR.match(parts[0])):
            return f"time/{year[0]}"
        return path

    def home(self, path: str) -> str:
        """Give what leads from a page to the top of the site."""
        return "../" * path.count("/")

    @staticmethod
    def _word(document: str) -> str:
        """Give the place, without a suffix, of the ontology, the shapes or a concept; "" for others."""
        if document in {TM.rstrip("#"), SH.rstrip("#")}:
            return document.rpartition("/")[2]
        return f"concept/{document.removeprefix(TMC)}" if document.startswith(TMC) else ""


def _file_name(name: str) -> str:
    """Give the name of a file, the same one that a browser asks for when it follows a link to it."""
    return quote(unquote(name), safe="/-._~!$&'()*+,;=:@")
