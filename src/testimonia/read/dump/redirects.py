"""Redirects: the other titles under which a page is found."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from testimonia.read.dump.scan import head_of, title_of

__all__ = ["Redirect", "find_redirect"]

_TARGET = re.compile(rb'<redirect title="([^"]*)"')


class Redirect(NamedTuple):
    """A page that only leads to another."""

    target: str
    """The title that it leads to."""
    title: str
    """Its own title."""


def find_redirect(page: bytes) -> Redirect | None:
    """Tell where a page leads, None for one that holds a text of its own."""
    found = _TARGET.search(head_of(page))
    return Redirect(unescape(found[1].decode("utf-8", "replace")), title_of(page)) if found else None
