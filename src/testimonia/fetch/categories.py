"""A category in, the titles of its articles out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.fetch.wiki import Wiki

__all__ = ["titles_in"]

_CATEGORY = 14
"""The namespace of categories in every MediaWiki."""


def titles_in(wiki: Wiki, category: str, *, subcategories: bool = False) -> Iterator[str]:
    """Give the titles of the articles in a category, each once; with `subcategories` of all below it.

    Categories may hold one another: each is opened once. FetchError if there is no such category.
    """
    waiting = [_full(category)]
    opened = set(waiting)
    given: set[str] = set()
    while waiting:
        name = waiting.pop(0)
        for member in _members(wiki, name, subcategories=subcategories):
            title: str = member[1]
            if member[0] != _CATEGORY and title not in given:
                given.add(title)
                yield title
            elif member[0] == _CATEGORY and title not in opened:
                opened.add(title)
                waiting.append(title)
    if not given and not _exists(wiki, _full(category)):
        raise FetchError(f"{wiki.api}: there is no category «{_full(category)}».")


def _full(category: str) -> str:
    """Give the title of a category with its namespace; ":" in it may be the namespace in another language."""
    name = " ".join(category.replace("_", " ").split())
    return name if ":" in name else f"Category:{name}"


def _members(wiki: Wiki, category: str, *, subcategories: bool) -> Iterator[tuple[int, str]]:
    """Give namespace and title of articles, and of categories where these are wanted."""
    asked = {"cmnamespace": f"0|{_CATEGORY}" if subcategories else "0", "cmprop": "title", "cmlimit": "max"}
    for part in wiki.query(list="categorymembers", cmtitle=category, **asked):
        for member in part.get("categorymembers", ()):
            yield member["ns"], member["title"]


def _exists(wiki: Wiki, category: str) -> bool:
    """Tell whether a category has a page or ever had members."""
    pages = [
        page for part in wiki.query(titles=category, prop="categoryinfo") for page in part.get("pages", ())
    ]
    return any("categoryinfo" in page or not page.get("missing", False) for page in pages)
