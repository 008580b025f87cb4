"""What was built: from which words, with which options, into which files.

`manifest.json` is sorted and holds no clock: the same articles give the same manifest. It is written when
a run ends. Meanwhile every finished article is a line of a journal beside it, so that whatever ends the
program, the next run knows what was finished.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from testimonia.errors import OutputError
from testimonia.files import DRAFT, Lines, remove, write_whole

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MANIFEST", "Entry", "Manifest"]

MANIFEST = "manifest.json"
_JOURNAL = ".manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the manifest."""

    article: str
    """Its title."""
    counts: dict[str, int]
    """How many events, claims, … were found."""
    events: tuple[str, ...]
    """The events that its claims are about, as their IRIs name them."""
    files: tuple[str, ...]
    """Names in the folder, sorted."""
    options: dict[str, object]
    """What was chosen."""
    sha256: str
    """Of everything that the article was made of."""
    software: str
    """The version that built it."""
    source: str
    """What told the article from every other of its run."""


_KEYS = {field.name for field in fields(Entry)} - {"events"}


class Manifest:
    """The entries of a folder; maps the stem of an article's files to its entry."""

    def __init__(self, folder: Path) -> None:
        """Read manifest and journal; raises OutputError if they are not ours."""
        self._path = folder / MANIFEST
        self._journal = Lines(folder / _JOURNAL)
        self._folder = folder
        self.entries: dict[str, Entry] = {}
        self._stems: dict[str, str] = {}
        """SHA-256 to stem."""
        self._sources: dict[str, str] = {}
        """Source to stem."""
        self._options: dict[str, dict[str, object]] = {}
        """Options by their JSON: nearly all entries share theirs."""
        self._changed = False
        articles, self.compared = _read(self._path)
        for stem, entry in articles.items():
            self._keep(stem, self._entry(entry))
        self._recover(folder / _JOURNAL)

    def of_text(self, sha256: str) -> tuple[str, Entry] | None:
        """Find the article that was made of these bytes: its stem and entry."""
        stem = self._stems.get(sha256)
        return None if stem is None else (stem, self.entries[stem])

    def enter(self, stem: str, entry: Entry) -> None:
        """Enter an article that is written, and remove the files of what it takes the place of."""
        self._journal.add(json.dumps({stem: asdict(entry)}, ensure_ascii=False, sort_keys=True))
        self._replace(stem, entry)

    def withdraw(self, sha256: str) -> None:
        """Take out the article that was made of these bytes, if any, and remove its files."""
        if sha256 in self._stems:
            self._drop(self._stems[sha256], keep=())
            self._changed = True

    def note_compared(self, digest: str) -> None:
        """Note of what the relations across articles were made; "" where there is nothing to relate."""
        self._changed |= digest != self.compared
        self.compared = digest

    def save(self) -> None:
        """Write the manifest, if there is anything to enter, and close the journal."""
        self._journal.close()
        if self._changed:
            told = {"articles": self.entries} | ({"compared": self.compared} if self.compared else {})
            text = json.dumps(told, default=asdict, ensure_ascii=False, indent=2, sort_keys=True)
            write_whole(self._path, f"{text}\n".encode())
            remove(self._folder / _JOURNAL)
            self._changed = False

    def _recover(self, journal: Path) -> None:
        """Take up the journal of a run that was killed, and clear away what it left half written."""
        if not journal.exists():
            return
        for line in journal.read_bytes().split(b"\n")[:-1]:  # a last line without its end was cut off
            ((stem, entry),) = json.loads(line).items()
            self._replace(stem, self._entry(entry))
        for draft in self._folder.rglob(f".*{DRAFT}"):
            remove(draft)
        self.save()

    def _replace(self, stem: str, entry: Entry) -> None:
        """Put an entry in the place of those of the same stem and of the same source."""
        before = {stem}
        if entry.source != "-" and entry.source in self._sources:
            before.add(self._sources[entry.source])
        for old in before & self.entries.keys():
            self._drop(old, keep=entry.files)
        self._keep(stem, entry)
        self._changed = True

    def _drop(self, stem: str, keep: tuple[str, ...]) -> None:
        entry = self.entries.pop(stem)
        self._stems.pop(entry.sha256, None)
        self._sources.pop(entry.source, None)
        for name in entry.files:
            if name not in keep:
                remove(self._folder / name)

    def _keep(self, stem: str, entry: Entry) -> None:
        self.entries[stem] = entry
        self._stems[entry.sha256] = stem
        self._sources[entry.source] = stem

    def _entry(self, said: dict[str, Any]) -> Entry:
        """Make an entry of what JSON says, sharing what many entries have alike."""
        key = json.dumps(said["options"], sort_keys=True)
        options = self._options.setdefault(key, said["options"])
        counts = {sys.intern(name): number for name, number in said["counts"].items()}
        # One that does not tell its events was written by an early version; what it names is built again.
        software = sys.intern(said["software"] if "events" in said else "")
        known = {"options": options, "counts": counts, "software": software}
        known |= {"files": tuple(said["files"]), "events": tuple(said.get("events", ()))}
        return Entry(**{name: said[name] for name in _KEYS if name not in known} | known)


def _read(path: Path) -> tuple[dict[str, dict[str, Any]], str]:
    """Read the entries of a manifest, and of what the relations across articles were made."""
    if not path.exists():
        return {}, ""
    try:
        told = json.loads(path.read_bytes())
        entries: dict[str, dict[str, Any]] = told["articles"]
        complete = all(set(entry) >= _KEYS for entry in entries.values())
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise OutputError(f"{path}: not a manifest that testimonia wrote; choose another folder.") from error
    if not complete:
        raise OutputError(f"{path}: not a manifest that testimonia wrote; choose another folder.")
    return entries, told.get("compared", "")
