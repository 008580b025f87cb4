"""Titles or revision ids in, pages out: wikitext, revision, redirects."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from testimonia.fetch.resume import Had

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from testimonia.fetch.wiki import Wiki

__all__ = ["Absent", "Page", "fetch_pages", "fetch_revisions"]

_BATCH = 50
"""Titles in one request: what MediaWiki takes from anybody."""
_WHAT = {
    "prop": "revisions|redirects",
    "rvprop": "ids|timestamp|content",
    "rvslots": "main",
    "rdprop": "pageid|title",
    "rdlimit": "max",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one revision."""

    title: str
    namespace: int
    page_id: int
    revision_id: int
    parent_id: int
    timestamp: str
    text: str
    redirects: tuple[tuple[int, str], ...] = ()
    """Page id and title of the pages that lead here, in the order of their titles."""


@dataclass(frozen=True, slots=True)
class Absent:
    """Something that was asked for and is not there."""

    name: str
    """The title or revision id as asked."""
    reason: str


def fetch_pages(wiki: Wiki, titles: Iterable[str], had: Had | None = None) -> Iterator[Page | Absent]:
    """Give the current revision of each page, batch by batch; redirects are followed, pages given once.

    What was `had` before is neither asked for nor given.
    """
    had = had or Had()
    given = set(had.page_ids)
    wanted = dict.fromkeys(title.strip() for title in titles if title.strip())
    for batch in _batches(title for title in wanted if not had.has(title)):
        for found in _gather(wiki, titles="|".join(batch), redirects=1):
            if isinstance(found, Absent) or found.page_id not in given:
                yield found
            if isinstance(found, Page):
                given.add(found.page_id)


def fetch_revisions(wiki: Wiki, revisions: Iterable[int], had: Had | None = None) -> Iterator[Page | Absent]:
    """Give the pages in these revisions, but for those that were `had` before."""
    known = had.revisions if had else ()
    for batch in _batches(str(one) for one in dict.fromkeys(revisions) if one not in known):
        yield from _gather(wiki, revids="|".join(batch))


def _batches(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    waiting = iter(names)
    while batch := tuple(islice(waiting, _BATCH)):
        yield batch


def _gather(wiki: Wiki, **asked: str | int) -> Iterator[Page | Absent]:
    """Put a batch together from the parts of the answer: a part may hold some pages' text alone."""
    pages: dict[object, dict[str, Any]] = {}
    for part in wiki.query(**_WHAT, **asked):
        for revision in part.get("badrevids", {}).values():
            yield Absent(str(revision["revid"]), "there is no such revision")
        for page in part.get("pages", ()):
            known = pages.setdefault(page.get("pageid") or page.get("title"), {})
            for name, value in page.items():
                known[name] = [*known[name], *value] if isinstance(value, list) and name in known else value
    for page in pages.values():
        yield from _pages_of(page)


def _pages_of(page: dict[str, Any]) -> Iterator[Page | Absent]:
    """Make a page of each revision that was given; a page that is not there says why."""
    if not page.get("revisions"):
        reason = page.get("invalidreason") or "there is no page of this title"
        yield Absent(page.get("title", "?"), reason.rstrip("."))
        return
    redirects = sorted((found["title"], found["pageid"]) for found in page.get("redirects", ()))
    for revision in page["revisions"]:
        main = revision.get("slots", {}).get("main", {})
        if "content" not in main:
            yield Absent(page["title"], "the wiki withholds the text of the revision")
            continue
        if main.get("contentmodel", "wikitext") != "wikitext":
            yield Absent(page["title"], f"the page is not wikitext but {main['contentmodel']}")
            continue
        yield Page(
            page["title"], page["ns"], page["pageid"], revision["revid"], revision.get("parentid", 0),
            revision["timestamp"], main["content"], tuple((number, title) for title, number in redirects),
        )  # fmt: skip
