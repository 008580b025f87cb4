"""The shipped gazetteer as an authority at hand.

Its index is made when it is first asked for, and kept in the user's folder for caches, which may be deleted
at any time. Where nothing can be written there, it is made anew each time, in memory.
"""

from __future__ import annotations

import json
import os
from functools import cache
from hashlib import sha256
from pathlib import Path

from testimonia import __version__
from testimonia.errors import OutputError, ReconcileError
from testimonia.lexicon import rows
from testimonia.reconcile.authority.countries import GAZETTEER
from testimonia.reconcile.authority.gazetteer import gazetteer
from testimonia.reconcile.authority.opened import (
    Authority,
    Opened,
    Paper,
    hold_things,
    open_things,
    write_things,
)

__all__ = ["NAME", "shipped_authority"]

NAME = "gazetteer"
"""What the shipped authority is called where authorities are listed."""
_SOURCE = "Natural Earth, Wikidata, GeoNames"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the names of regions, which are facts of GeoNames; the rest is in the public domain."""


def shipped_authority() -> Authority:
    """Give the gazetteer."""
    return Authority(Paper(NAME, "table", _SOURCE, _digest(), _count(), _LICENCE), _open)


def _open() -> Opened:
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    stem = Path(caches) / "testimonia" / "gazetteer" / _digest()[:16]
    try:
        return open_things(stem)
    except ReconcileError:  # not made yet, or damaged
        pass
    try:
        write_things(gazetteer(), stem)
    except OutputError:
        return hold_things(gazetteer())
    return open_things(stem)


def _count() -> int:
    """Count the things by the lines of the tables, each of which has a header: reading them takes time."""
    tables = sorted(GAZETTEER.glob("*.tsv"))
    return sum(path.read_bytes().count(b"\n") - 1 for path in tables)


@cache
def _digest() -> str:
    """Give the hash of all that the gazetteer is made of."""
    digest = sha256(json.dumps([__version__, rows("countries"), rows("demonyms")]).encode())
    for path in sorted(GAZETTEER.glob("*.tsv")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
