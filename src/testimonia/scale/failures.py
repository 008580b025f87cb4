"""What could not be built in a run, for people's tools: one JSON object a line.

    {"source": "dump.xml.bz2, page «Raid on Orr»", "page": "Raid on Orr", "problem": "…"}

The file is there only if something failed, in the order of the sources.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from testimonia.files import DRAFT, Lines, remove, unwritable

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.scale.task import Outcome

__all__ = ["FAILURES", "Failures"]

FAILURES = "failures.jsonl"


class Failures:
    """The failures file of a run; what an earlier run left gives way when this one ends."""

    def __init__(self, folder: Path) -> None:
        """Begin a run that writes to a folder."""
        self._path = folder / FAILURES
        self._draft = folder / f".{FAILURES}{DRAFT}"
        self._lines: Lines | None = None

    def add(self, outcome: Outcome) -> None:
        """Take down a failure; raises OutputError when that cannot be written."""
        if self._lines is None:
            remove(self._draft)
            self._lines = Lines(self._draft)
        said = {"source": outcome.source, "page": outcome.page or None, "problem": outcome.problem}
        self._lines.add(json.dumps(said, ensure_ascii=False))

    def save(self) -> None:
        """Put the file in its place."""
        if self._lines is None:
            remove(self._path)
            return
        self._lines.close()
        try:
            self._draft.replace(self._path)
        except OSError as error:
            raise unwritable(self._path, error) from error
