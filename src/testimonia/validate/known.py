"""Reports of graphs that were validated before, so that what has not changed is not validated again.

A report is kept under the hash of all that it depends on: the bytes of the graph, the shapes, the engine,
the version of the software and the texts that quotes were compared with. The folder may be deleted at any
time.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia import __version__
from testimonia.errors import OutputError
from testimonia.files import write_whole
from testimonia.validate.record import as_record, from_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.validate.report import Report

__all__ = ["KnownReports", "key_of", "usual_place"]


def usual_place() -> Path:
    """Give the folder where reports are kept: `testimonia/validation` in the user's folder for caches."""
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(caches) / "testimonia" / "validation"


class KnownReports:
    """Reports kept in a folder; without a folder nothing is kept and nothing known."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder, which need not exist yet."""
        self._folder = folder

    def find(self, key: str) -> Report | None:
        """Give the report kept under a key; one that cannot be read is not known."""
        if self._folder is None:
            return None
        try:
            return from_record(json.loads(_place(self._folder, key).read_bytes()))
        except (OSError, ValueError):
            return None

    def keep(self, key: str, report: Report) -> None:
        """Keep a report, whole or not at all; where nothing can be written, nothing is kept."""
        if self._folder is None:
            return
        with suppress(OutputError):
            record = json.dumps(as_record(report), ensure_ascii=False)
            write_whole(_place(self._folder, key), record.encode())


def key_of(parts: Iterable[str]) -> str:
    """Give the key of what a report depends on, under this version of the software."""
    return sha256("\n".join((__version__, *parts)).encode()).hexdigest()


def _place(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key[2:]}.json"
