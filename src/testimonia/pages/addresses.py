"""From an IRI to where a site has the page and the files of it."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Addresses"]


class Addresses(Protocol):
    """Where one site keeps what; places are paths without a leading slash."""

    def page(self, iri: str) -> str | None:
        """Give the place of the page that tells of an IRI, fragment and all; None where there is none."""

    def sheet(self, path: str, which: int | str) -> str:
        """Give the place of a sheet of the page at a path: a number from 1, the page itself, or a name."""

    def file(self, iri: str, suffix: str) -> str | None:
        """Give the place of what is said of an IRI as a file of a suffix such as "ttl"; None without one."""

    def claimant(self, iri: str) -> str:
        """Give the place of the page that compares the figures of an actor with those of others."""

    def home(self, path: str) -> str:
        """Give what leads from the page at a path to the top of the site: "../../", "/" or ""."""
