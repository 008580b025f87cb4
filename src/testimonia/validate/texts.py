"""The texts of articles, known by their hash: where the words of a result stand, to line and column."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.validate.report import Source

__all__ = ["Region", "Text", "Texts"]

_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a text, as editors count: lines and columns from 1, the end column excluded."""

    start: int
    end: int
    """Offsets in code points, half-open."""
    start_line: int
    start_column: int
    end_line: int
    end_column: int
    words: str


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article and the file that it is in."""

    name: str
    """The file as it was named, with forward slashes."""
    text: str

    def region(self, start: int, end: int) -> Region | None:
        """Find a stretch; None where the text does not reach so far."""
        if not 0 <= start < end <= len(self.text):
            return None
        first, last = self._position(start), self._position(end)
        return Region(start, end, *first, *last, self.text[start:end])

    def _position(self, offset: int) -> tuple[int, int]:
        """Give line and column, from 1; only line feeds end lines, as the offsets of claims have it."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


class Texts:
    """Texts by the SHA-256 of their bytes."""

    def __init__(self, texts: Iterable[tuple[str, str]] = ()) -> None:
        """Take the names and the words of texts."""
        self._known = {sha256(text.encode()).hexdigest(): Text(name, text) for name, text in texts}

    def __len__(self) -> int:
        """Count the texts."""
        return len(self._known)

    def find(self, digest: str | None) -> Text | None:
        """Find the text that has a hash."""
        return None if digest is None else self._known.get(digest)

    def of(self, source: Source | None) -> Text | None:
        """Find the text that a result was read from."""
        return None if source is None else self.find(source.sha256)

    def add_built(self, folder: Path) -> None:
        """Add the texts that a folder was built from, where they still lie where they lay then.

        The manifest names them; a file that has changed since is not what the graph was read from.
        """
        try:
            entries = json.loads((folder / _MANIFEST).read_bytes())["articles"].values()
            names = {str(entry["source"]) for entry in entries}
        except (OSError, ValueError, LookupError, AttributeError, TypeError):
            return  # no folder that `build` wrote: its graphs are pointed at instead
        for name in sorted(names):
            try:
                text = Path(name).read_bytes().decode("utf-8")
            except (OSError, ValueError):
                continue  # moved away, or a page of a dump, which is no file of its own
            self._known.setdefault(sha256(text.encode()).hexdigest(), Text(name, text))
