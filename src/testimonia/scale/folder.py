"""The output folder and its manifest: what was built, from which words, with which options.

Every file is written beside its place and then moved into it, so that whatever ends the program, no
file is left half written. `manifest.json` is sorted and holds no clock: the same articles give the
same manifest. An article is known by the hash of its text, so that moving or renaming it does not
make it new.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from testimonia.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.pipeline import Built, Options

__all__ = ["MANIFEST", "OutputFolder"]

MANIFEST = "manifest.json"

Entry = dict[str, Any]
"""One article of the manifest, with the keys below."""
_KEYS = {"article", "counts", "files", "options", "sha256", "software", "source"}


class OutputFolder:
    """A folder of built articles; `entries` maps the stem of the files to the manifest's entry."""

    def __init__(self, path: Path, software: str, *, rebuild: bool = False) -> None:
        """Open a folder, which need not exist yet, for a version of the software.

        With `rebuild` no article counts as unchanged.
        Raises OutputError when nothing can be written there or its manifest is not one of ours.
        """
        self.path = path
        self.software = software
        self.rebuild = rebuild
        _require_writable(path)
        self.entries = _read_manifest(path / MANIFEST)

    def unchanged(self, sha256: str, options: Options) -> Entry | None:
        """Find the entry of a text that was built with these options by this version, files and all."""
        for entry in () if self.rebuild else self.entries.values():
            same = entry["sha256"] == sha256 and entry["software"] == self.software
            if same and entry["options"] == options.declared() and self._has(entry["files"]):
                return entry
        return None

    def write(self, source: str, built: Built, options: Options) -> Entry:
        """Write the files of an article and enter it; call `save` for the manifest itself."""
        stem = self._stem(source, built)
        files = {f"{stem}.{suffix}": data for suffix, data in built.files.items()}
        for name, data in files.items():
            _write(self.path / name, data)
        entry: Entry = {
            "article": built.title,
            "counts": dict(sorted(built.counts.items())),
            "files": sorted(files),
            "options": options.declared(),
            "sha256": built.sha256,
            "software": self.software,
            "source": source,
        }
        self._drop_files_of(self.entries.get(stem), keep=files)
        self.entries[stem] = entry
        return entry

    def save(self) -> None:
        """Write the manifest, if there is anything to enter."""
        if self.entries:
            text = json.dumps({"articles": self.entries}, ensure_ascii=False, indent=2, sort_keys=True)
            _write(self.path / MANIFEST, f"{text}\n".encode())

    def _stem(self, source: str, built: Built) -> str:
        """Name the files after the article, or after article and hash where another has the name."""
        for stem, entry in list(self.entries.items()):
            if entry["sha256"] == built.sha256:
                return stem
            if entry["source"] == source != "-" and stem != built.slug:
                self._drop_files_of(self.entries.pop(stem), keep={})
        holder = self.entries.get(built.slug)
        if holder is None or holder["source"] == source:
            return built.slug
        return f"{built.slug}-{built.sha256[:8]}"

    def _drop_files_of(self, entry: Entry | None, keep: dict[str, bytes]) -> None:
        """Remove the files that an earlier build of the same article wrote and this one did not."""
        for name in entry["files"] if entry else ():
            if name not in keep:
                (self.path / name).unlink(missing_ok=True)

    def _has(self, files: list[str]) -> bool:
        return all((self.path / name).is_file() for name in files)


def _read_manifest(path: Path) -> dict[str, Entry]:
    if not path.exists():
        return {}
    try:
        entries: dict[str, Entry] = json.loads(path.read_bytes())["articles"]
        complete = all(set(entry) >= _KEYS for entry in entries.values())
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise OutputError(f"{path}: not a manifest that testimonia wrote; choose another folder.") from error
    if not complete:
        raise OutputError(f"{path}: not a manifest that testimonia wrote; choose another folder.")
    return entries


def _require_writable(folder: Path) -> None:
    """Find out before an hour of work, and without making anything, that nothing can be written."""
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not nearest.is_dir():
        raise OutputError(f"{folder}: cannot be written: {nearest} is not a folder.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: cannot be written: no permission to write in {nearest}.")


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}.") from error
    finally:
        draft.unlink(missing_ok=True)
