"""Standard output in place of a folder: the graphs of all articles, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from testimonia.errors import UsageError

if TYPE_CHECKING:
    from testimonia.pipeline import Built, Options
    from testimonia.scale.folder import Entry

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

    def write(self, source: str, built: Built, options: Options) -> Entry:  # noqa: ARG002 - the same
        """Write the graph of an article. Raises UsageError for a second document of JSON-LD."""
        ((suffix, data),) = built.files.items()
        if suffix == "jsonld" and self.written:
            raise UsageError("Several articles make no one JSON-LD document; say --format nquads or turtle.")
        self.stream.write(data)
        self.stream.flush()
        self.written += 1
        return {"counts": dict(sorted(built.counts.items()))}

    def save(self) -> None:
        """Keep no manifest."""
