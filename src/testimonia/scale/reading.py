"""The articles of all sources, one after the other, and how far the reading has come.

Nothing is held but the article that is read; of a dump that is its current page.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from testimonia.errors import InputError
from testimonia.read.dump import SNIFFED, Flaw, Pages, Selection, find_redirect, is_dump, title_of, unpack
from testimonia.scale.sources import DUMPS, find_articles
from testimonia.scale.task import Outcome, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from testimonia.scale.aliases import Aliases
    from testimonia.scale.sources import Source

__all__ = ["Reading", "texts_of"]


class Reading:
    """Gives the articles of sources; its attributes tell how far it is."""

    def __init__(self, sources: Iterable[Source], selection: Selection | None = None) -> None:
        """Take the sources, and what is wanted of those that are dumps."""
        self._sources = tuple(sources)
        self._selection = selection or Selection()
        sizes = [source.size for source in self._sources]
        self.total = None if None in sizes else sum(size or 0 for size in sizes)
        """Bytes of all sources, None where that cannot be known."""
        self.files = len(self._sources)
        """How many files there are to read."""
        self.done = 0
        """Bytes read so far."""
        self.pages = 0
        """Pages of dumps seen so far, wanted or not."""
        self.aliases: Aliases | None = None
        """Where the redirects of dumps are noted, if anybody wants them."""

    def __iter__(self) -> Iterator[Task | Outcome]:
        """Give each article, and for what cannot be read an outcome that says why."""
        for source in self._sources:
            try:
                with source.open() as stream:
                    yield from self._articles(source.name, _Counted(stream, self))
            except InputError as error:
                yield Outcome(source.name, "failed", problem=str(error))

    def _articles(self, name: str, stream: _Counted) -> Iterator[Task | Outcome]:
        beginning = stream.read(SNIFFED)
        if is_dump(beginning) or name.lower().endswith(DUMPS):
            yield from self._pages(name, Pages(unpack(beginning, stream, name), name))
        else:
            yield Task(name, beginning + stream.read())

    def _pages(self, name: str, pages: Pages) -> Iterator[Task | Outcome]:
        """Give the wanted pages of a dump; two of one title are told apart by their number."""
        titles: Counter[str] = Counter()
        for page in pages:
            if isinstance(page, Flaw):
                yield Outcome(name, "failed", problem=page.problem)
                continue
            self.pages += 1
            redirect = find_redirect(page)
            if redirect is not None:
                if self.aliases:
                    self.aliases.note(redirect)
            elif self._selection.wants(page):
                title = title_of(page)
                if self.aliases:
                    self.aliases.take(name, title)
                yield Task(name, page, title, pages.site, titles[title])
                titles[title] += 1


class _Counted:
    """A stream that counts what is read from it."""

    def __init__(self, stream: BinaryIO, reading: Reading) -> None:
        self._stream = stream
        self._reading = reading

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self._reading.done += len(data)
        return data


def texts_of(inputs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give name and text of each article behind files, dumps and folders; raises InputError."""
    named = list(inputs)
    for item in Reading(find_articles(named)) if named else ():
        if isinstance(item, Outcome):
            raise InputError(item.problem)
        yield item.name, item.text()
