"""The output folder: where the files of an article go, and what is there already.

An article is known by the hash of what it was made of, so that moving or renaming its file does not make
it new.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from testimonia.files import require_writable, write_whole
from testimonia.scale.failures import Failures
from testimonia.scale.gate import Quarantine
from testimonia.scale.manifest import MANIFEST, Entry, Manifest
from testimonia.scale.relating import relate_folder

if TYPE_CHECKING:
    from collections import Counter
    from pathlib import Path

    from testimonia.links import LinkTable
    from testimonia.pipeline import Built, Options
    from testimonia.scale.gate import Refused
    from testimonia.scale.task import Outcome, Task

__all__ = ["MANIFEST", "OutputFolder"]


class OutputFolder:
    """A folder of built articles; `entries` maps the stem of the files to the manifest's entry."""

    def __init__(
        self,
        path: Path,
        software: str,
        *,
        rebuild: bool = False,
        shards: int = 1,
        quarantine: Path | None = None,
    ) -> None:
        """Open a folder, which need not exist yet, for a version of the software.

        With `rebuild` no article counts as unchanged. With more than one shard the articles are spread
        over so many folders in it, by their names alone. Graphs that do not conform go to `quarantine`,
        a folder beside this one by default. Raises OutputError when nothing can be written
        there or its manifest is not one of ours.
        """
        self.path = path
        self.software = software
        self._rebuild = rebuild
        self._shards = shards
        require_writable(path)
        self._manifest = Manifest(path)
        self._failures = Failures(path)
        self._quarantine = Quarantine(quarantine) if quarantine else Quarantine.beside(path)

    @property
    def entries(self) -> dict[str, Entry]:
        """The manifest, by the stem of the files."""
        return self._manifest.entries

    def unchanged(self, sha256: str, options: Options) -> Entry | None:
        """Find the entry of bytes that were built with these options by this version, files and all."""
        known = None if self._rebuild else self._manifest.of_text(sha256)
        if known is None:
            return None
        stem, entry = known
        same = entry.software == self.software and entry.options == options.declared()
        placed = all(self._place(stem, name) == name for name in entry.files)
        return entry if same and placed and self._has(entry.files) else None

    def known(self, sha256: str) -> Entry | None:
        """Find the entry of bytes, however they were built."""
        known = self._manifest.of_text(sha256)
        return known[1] if known else None

    def rename(self, entry: Entry, source: str) -> None:
        """Note that what an entry was built from has another name now."""
        known = self._manifest.of_text(entry.sha256)
        if known and entry.source != source:
            self._manifest.enter(known[0], replace(entry, source=source))

    def write(self, task: Task, built: Built, options: Options) -> None:
        """Write the files of an article and enter it."""
        digest = task.sha256
        stem = self._stem(task.name, digest, built)
        files = {self._place(stem, f"{stem}.{suffix}"): data for suffix, data in built.files.items()}
        for name, data in files.items():
            write_whole(self.path / name, data)
        entry = Entry(
            article=built.title,
            counts=dict(sorted(built.counts.items())),
            events=built.events,
            files=tuple(sorted(files)),
            options=options.declared(),
            sha256=digest,
            software=self.software,
            source=task.name,
        )
        self._manifest.enter(stem, entry)
        self._quarantine.release(built)

    def refuse(self, task: Task, refused: Refused) -> str:
        """Put a graph that does not conform beside the folder, and say where.

        What was built of the same text under other shapes is taken out; an earlier revision stays.
        """
        self._manifest.withdraw(task.sha256)
        return self._quarantine.take(refused)

    def fail(self, outcome: Outcome) -> None:
        """Take down an article that failed."""
        self._failures.add(outcome)

    def write_beside(self, files: dict[str, bytes]) -> None:
        """Write files that are of no single article."""
        for name, data in files.items():
            write_whole(self.path / name, data)

    def relate(self, links: LinkTable | None) -> Counter[str]:
        """Hold claims of different articles about one event against each other, where anything has changed.

        Gives how many relations of each kind were found; nothing where nothing had to be done. Raises
        OutputError when that cannot be written, GraphError when a graph has been changed by others.
        """
        return relate_folder(self.path, self._manifest, links)

    def save(self) -> None:
        """Write the manifest and the failures of the run, where there is anything to enter."""
        self._failures.save()
        self._manifest.save()

    def _stem(self, source: str, digest: str, built: Built) -> str:
        """Name the files after the article, or after article and hash where another has the name."""
        known = self._manifest.of_text(digest)
        if known:
            return known[0]
        holder = self.entries.get(built.slug)
        if holder is None or holder.source == source:
            return built.slug
        return f"{built.slug}-{digest[:8]}"

    def _place(self, stem: str, name: str) -> str:
        """Give the path of a file in the folder; its shard follows from the stem alone."""
        if self._shards == 1:
            return name.rpartition("/")[2]
        shard = int(sha256(stem.encode()).hexdigest()[:8], 16) % self._shards
        return f"{shard:0{len(str(self._shards - 1))}d}/{name.rpartition('/')[2]}"

    def _has(self, files: tuple[str, ...]) -> bool:
        return all((self.path / name).is_file() for name in files)
