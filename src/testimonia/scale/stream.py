"""Standard output in place of a folder: the graphs of all articles, one after the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, BinaryIO

from testimonia.errors import UsageError

if TYPE_CHECKING:
    from testimonia.links import LinkTable
    from testimonia.pipeline import Built, Options
    from testimonia.scale.gate import Refused
    from testimonia.scale.manifest import Entry
    from testimonia.scale.task import Outcome, Task

__all__ = ["OutputStream"]


class OutputStream:
    """A stream that takes graphs in one format; nothing is remembered, so everything is built."""

    def __init__(self, stream: BinaryIO, options: Options) -> None:
        """Open a stream for the one format of the options; raises UsageError where there are several."""
        if len(options.formats) != 1:
            raise UsageError("Standard output takes one format; say --format nquads, or --output DIR.")
        self.stream = stream
        self.written = 0

    def unchanged(self, sha256: str, options: Options) -> Entry | None:  # noqa: ARG002 - as a folder has it
        """Find nothing: a stream has no past."""
        return None

    def known(self, sha256: str) -> Entry | None:  # noqa: ARG002 - the same
        """Find nothing."""
        return None

    def rename(self, entry: Entry, source: str) -> None:
        """Note nothing."""

    def write(self, task: Task, built: Built, options: Options) -> None:  # noqa: ARG002 - the same
        """Write the graph of an article. Raises UsageError for a second document of JSON-LD."""
        self.write_beside(built.files)

    def write_beside(self, files: dict[str, bytes]) -> None:
        """Write one more graph: nothing, or a suffix or name and its content."""
        for name, data in files.items():
            if name.endswith("jsonld") and self.written:
                raise UsageError(
                    "Several articles make no one JSON-LD document; say --format nquads or turtle."
                )
            self.stream.write(data)
            self.stream.flush()
            self.written += 1

    def refuse(self, task: Task, refused: Refused) -> None:
        """Write nothing of a graph that does not conform, which standard error tells of."""

    def fail(self, outcome: Outcome) -> None:
        """Keep nothing of a failure, which standard error tells of."""

    def relate(self, links: LinkTable | None) -> Counter[str]:  # noqa: ARG002 - the same
        """Relate nothing: what went down a stream is gone."""
        return Counter()

    def save(self) -> None:
        """Keep no manifest."""
