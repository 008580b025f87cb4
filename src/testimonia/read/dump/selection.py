"""Which pages of a dump are wanted: those of a namespace with the infobox of a conflict.

The filter reads bytes as they stand in the dump, so that no page is parsed in vain. It may let through a
page that only shows the name of an infobox in a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from testimonia.read.dump.scan import head_of
from testimonia.read.tables import table

__all__ = ["Selection", "known_infoboxes"]

_NAMESPACE = re.compile(rb"<ns>\s*(-?\d+)")
_SHARED = "infobox "
"""How nearly every name begins; the pattern asks for it once, not once a name."""


@cache
def known_infoboxes() -> frozenset[str]:
    """Give the names of the infobox templates that describe a conflict, in lower case."""
    return frozenset(row["template"] for row in table("infoboxes"))


@dataclass(frozen=True, slots=True)
class Selection:
    """What to take from a dump; a page that names no namespace counts as an article."""

    namespaces: frozenset[int] = frozenset({0})
    """The numbers of the namespaces; 0 holds the articles."""
    infoboxes: frozenset[str] | None = field(default_factory=known_infoboxes)
    """Names of infobox templates in lower case, of which a page has to have one; None takes all pages."""

    def wants(self, page: bytes) -> bool:
        """Tell from the bytes of a page whether it is wanted."""
        namespace = _NAMESPACE.search(head_of(page))
        if namespace and int(namespace[1]) not in self.namespaces:
            return False
        return self.infoboxes is None or _pattern(self.infoboxes).search(page) is not None


@cache
def _pattern(names: frozenset[str]) -> re.Pattern[bytes]:
    """Make the pattern of a template call by one of these names, in any case and with any blanks.

    It begins with two literal characters, which the search then runs for at the speed of memory.
    """
    shared = "|".join(_wording(name[len(_SHARED) :]) for name in sorted(names) if name.startswith(_SHARED))
    others = [_wording(name) for name in sorted(names) if not name.startswith(_SHARED)]
    wordings = "|".join([f"infobox[ _]+(?:{shared})" if shared else "(?!)", *others])
    pattern = rf"\{{\{{\s*(?:template\s*:\s*)?(?:{wordings})[\s_]*(?=[|}}&])"
    return re.compile(pattern.encode(), re.IGNORECASE)


def _wording(name: str) -> str:
    """Spell a name as a pattern; the case of letters beyond ASCII is not the engine's business on bytes."""
    words = ("".join(map(_either_case, word)) for word in name.split(" "))
    return r"[ _]+".join(words)


def _either_case(letter: str) -> str:
    return re.escape(letter) if letter.isascii() else f"(?:{letter}|{letter.upper()})"
