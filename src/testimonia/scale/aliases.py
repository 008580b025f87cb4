"""The redirects of dumps: other titles of the articles that were taken from them.

A redirect may stand before its article or behind it, even in another part of the dump, and most lead to
articles that are not wanted. So all are noted on disk, in passing, and sorted out at the end.
"""

from __future__ import annotations

import json
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from testimonia.mapping import map_redirects, short_hash, slug
from testimonia.pipeline import FORMATS
from testimonia.read.dump import Redirect
from testimonia.serialize import serialize_all

if TYPE_CHECKING:
    from testimonia.pipeline import Options

__all__ = ["Aliases"]


class Aliases:
    """Gathers redirects and the titles of articles; gives the graph of those that belong together."""

    def __init__(self) -> None:
        """Begin without any, in a file that nobody else sees."""
        self._noted = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed by `close`
        self._dumps: dict[str, None] = {}
        self._titles: set[str] = set()

    def note(self, redirect: Redirect) -> None:
        """Remember a redirect."""
        self._noted.write(json.dumps(redirect) + "\n")

    def take(self, dump: str, title: str) -> None:
        """Remember that an article was taken from a dump."""
        self._dumps[dump] = None
        self._titles.add(title)

    def close(self) -> None:
        """Forget everything."""
        self._noted.close()

    def files(self, options: Options) -> dict[str, bytes]:
        """Give the graph of the redirects to articles that were taken: file name to content, maybe none."""
        redirects = sorted(self._of_articles())
        if not redirects:
            return {}
        quads = map_redirects(redirects, options.mapping)
        written = serialize_all(quads, options.formats)
        return {f"{self._stem()}.{FORMATS[name]}": data for name, data in written.items()}

    def _of_articles(self) -> set[Redirect]:
        self._noted.seek(0)
        redirects = (Redirect(*json.loads(line)) for line in self._noted)
        return {redirect for redirect in redirects if redirect.target in self._titles}

    def _stem(self) -> str:
        """Name the files after the dump, or after all of them."""
        first, *others = self._dumps
        name = slug(first.rpartition("/")[2].partition(".xml")[0])
        return f"redirects-{name}-{short_hash(*self._dumps)}" if others else f"redirects-{name}"
