"""A file that is there whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["whole_file"]


@contextmanager
def whole_file(path: str | Path) -> Iterator[BinaryIO]:
    """Write to a draft beside `path` that takes its place at the end; OutputError if that fails.

    Whatever leaves the block by an exception leaves no file, and the one that was there before as it was.
    """
    place = Path(path)
    draft = place.with_name(f".{place.name}.{os.getpid()}.draft")
    try:
        with draft.open("wb") as stream:
            yield stream
        draft.replace(place)
    except OSError as error:
        raise OutputError(f"{place}: cannot be written: {(error.strerror or str(error)).lower()}.") from error
    finally:
        draft.unlink(missing_ok=True)
