"""Cut a dump into pages, on bytes and by their tags alone.

In an export "<" stands for nothing but the beginning of a tag: the text of a page has "&lt;". So
"<page>" and "</page>" can be searched for, which is many times faster than parsing the XML, and a page
whose XML is broken does not cost the others.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from testimonia.read.dump.site import Site, read_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Flaw", "Pages", "cut_pages", "head_of", "title_of"]

_OPEN, _CLOSE, _END = b"<page>", b"</page>", b"</mediawiki>"
_TAGS = re.compile(rb"</?page>")
_LONGEST_HEAD = 1 << 20
"""Bytes that may stand before the first page: some kilobytes of namespaces."""
_LONGEST_PAGE = 64_000_000
"""Bytes in which a page must end; MediaWiki stores 2 MB of text at most."""
_PAGE_HEAD = 4096
"""Bytes in which title, namespace and redirect of a page stand: a title has 255 at most."""
_TITLE = re.compile(rb"<title>([^<]*)</title>")


class Flaw(NamedTuple):
    """A place where the XML of a dump is broken: what is wrong, in one sentence."""

    problem: str


class Pages:
    """The pages of a dump, one after the other."""

    def __init__(self, pieces: Iterable[bytes], name: str) -> None:
        """Take the unpacked bytes of a dump, and what the user calls it."""
        self._pieces = iter(pieces)
        self._name = name
        self.site = Site()
        """The wiki, known when the first page is given."""
        self.seen = 0
        """Pages given so far."""

    def __iter__(self) -> Iterator[bytes | Flaw]:
        """Give each page from "<page>" to "</page>", and a Flaw for what is none.

        Raises InputError if the input is no MediaWiki export, and what the pieces raise.
        """
        rest, ended = b"", False
        for piece in chain([self._after_head()], self._pieces):
            buffer = rest + piece
            found, done = cut_pages(buffer, self._name, max(0, len(rest) - len(_CLOSE)))
            for one in found:
                self.seen += isinstance(one, bytes)
                yield one
            rest = buffer[done:]
            ended = ended or _END in rest
            if len(rest) > _LONGEST_PAGE and rest.startswith(_OPEN):
                yield _flaw(self._name, rest, f"does not end within {_LONGEST_PAGE:,} bytes")
                rest = b""
            elif not rest.startswith(_OPEN):
                rest = rest[-len(_END) :]  # a tag may be cut here
        if not ended:
            yield Flaw(f"{self._name}: the dump ends early, after {self.seen:,} whole pages.")

    def _after_head(self) -> bytes:
        """Read the head of the export, and give what was read beyond it."""
        read = b""
        for piece in self._pieces:
            read += piece
            if _OPEN in read or len(read) > _LONGEST_HEAD:
                break
        begin = read.find(_OPEN)
        self.site = read_site(read if begin < 0 else read[:begin], self._name)
        return read[begin:] if begin >= 0 else read


def cut_pages(buffer: bytes, name: str, searched: int = 0) -> tuple[list[bytes | Flaw], int]:
    """Give the pages that end in a buffer, and how far they go.

    `name` is what the user calls the dump. Up to `searched` the buffer is known to hold no tag but a
    "<page>" at its very beginning.
    """
    found: list[bytes | Flaw] = []
    begin = 0 if buffer.startswith(_OPEN) else -1
    done = 0
    for tag in _TAGS.finditer(buffer, searched):
        opens = tag.end() - tag.start() == len(_OPEN)
        if opens and 0 <= begin < tag.start():
            found.append(_flaw(name, buffer[begin:], "does not end before the next one begins"))
        if opens:
            begin = tag.start()
        elif begin < 0:
            found.append(_flaw(name, b"", "ends that never began"))
        else:
            found.append(buffer[begin : tag.end()])
            begin = -1
        done = begin if begin >= 0 else tag.end()
    return found, done


def _flaw(name: str, page: bytes, what: str) -> Flaw:
    title = title_of(page)
    return Flaw(f"{name}: the XML is broken: {f'the page «{title}»' if title else 'a page'} {what}.")


def head_of(page: bytes) -> bytes:
    """Give what stands before the revisions of a page."""
    end = page.find(b"<revision", 0, _PAGE_HEAD)
    return page[: end if end >= 0 else _PAGE_HEAD]


def title_of(page: bytes) -> str:
    """Give the title of a page, "" if it has none."""
    found = _TITLE.search(head_of(page))
    return unescape(found[1].decode("utf-8", "replace")) if found else ""
