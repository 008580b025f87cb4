"""The authorities that are at hand: the shipped gazetteer, and what a user has added to a folder.

An added authority is three files: NAME.tsv with its places as `write_table` writes them, NAME.labels with
the index of their names, and NAME.json, which is written last and says what it was made from.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from testimonia import __version__
from testimonia.errors import ReconcileError
from testimonia.files import remove, write_whole
from testimonia.mapping.slugs import slug
from testimonia.reconcile.authority.forms import form_of, read_things
from testimonia.reconcile.authority.opened import Authority, Paper, open_things, write_things
from testimonia.reconcile.authority.rows import read_bytes
from testimonia.reconcile.authority.shipped import NAME, shipped_authority

__all__ = ["Added", "add_authority", "authorities", "default_folder"]


@dataclass(frozen=True, slots=True)
class Added:
    """What `add_authority` did."""

    paper: Paper
    unchanged: bool


def default_folder() -> Path:
    """Give the folder for authorities of this user, as the XDG base directories have it."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "testimonia" / "authority"


def add_authority(
    path: Path, folder: Path, name: str | None = None, form: str | None = None, licence: str = ""
) -> Added:
    """Add the places of a file to a folder, under a name or that of the file; what stands there is replaced.

    The same file again changes nothing. Raises ReconcileError naming file, line and words, OutputError.
    """
    called = slug(name or path.stem)
    if called == NAME:
        raise ReconcileError(f"{path}: «{NAME}» is the name of what is shipped; choose another.")
    told = form or form_of(path)
    digest = sha256(read_bytes(path)).hexdigest()
    old = _papers(folder).get(called)
    if old and (old.sha256, old.form, old.licence, old.version) == (digest, told, licence, __version__):
        return Added(old, unchanged=True)
    things = read_things(path, told)
    paper = Paper(called, told, path.name, digest, len(things), licence)
    remove(folder / f"{called}.json")  # whatever happens from here on, nothing half-written is at hand
    write_things(things, folder / called)
    words = json.dumps(asdict(paper), indent=1, ensure_ascii=False)
    write_whole(folder / f"{called}.json", f"{words}\n".encode())
    return Added(paper, unchanged=False)


def authorities(folder: Path) -> list[Authority]:
    """Give what is at hand: the gazetteer, then what was added, by name. Raises ReconcileError."""
    added = [Authority(paper, partial(open_things, folder / name)) for name, paper in _papers(folder).items()]
    return [shipped_authority(), *added]


def _papers(folder: Path) -> dict[str, Paper]:
    found = {}
    for path in sorted(folder.glob("*.json")):
        try:
            paper = Paper(**json.loads(read_bytes(path)))
        except (ValueError, TypeError) as error:
            raise ReconcileError(f"{path}: not an authority that testimonia added; remove it.") from error
        found[path.stem] = replace(paper, name=path.stem)
    return found
