"""The file of an index: a line of JSON that names the sections, then the sections themselves.

Every section is an array of little-endian numbers, or text in UTF-8 with the places where each piece
begins. They are used where they lie: opening a file of any size maps it and reads the first line.
"""

from __future__ import annotations

import json
import mmap
from typing import TYPE_CHECKING, Any

from testimonia.errors import ReconcileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["Sections", "Texts", "map_file", "numeric", "pack", "unpack"]

FORMAT = "testimonia labels 2"
_ALIGNED = 8

Sections = dict[str, Any]
"""Name to array of numbers."""


def numeric() -> Any:
    """Give numpy, or the error that says how to have it."""
    try:
        import numpy as np
        import rapidfuzz  # noqa: F401 - both come together
    except ImportError as error:
        raise ReconcileError(
            "Looking names up needs the packages numpy and rapidfuzz; install them with: "
            "pip install 'testimonia[reconcile]'."
        ) from error
    return np


class Texts:
    """Pieces of text by number, in UTF-8 one after the other."""

    def __init__(self, data: NDArray[Any], starts: NDArray[Any]) -> None:
        self._data = data
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        begin, end = self._starts[number : number + 2].tolist()
        return self._data[begin:end].tobytes().decode("utf-8")

    def several(self, numbers: Sequence[int] | NDArray[Any]) -> list[str]:
        """Give the pieces of some numbers."""
        np = numeric()
        chosen = np.asarray(numbers, dtype=np.int64)
        spans = zip(self._starts[chosen].tolist(), self._starts[chosen + 1].tolist(), strict=True)
        data = self._data.data
        return [str(data[begin:end], "utf-8") for begin, end in spans]

    @staticmethod
    def sections(name: str, pieces: Iterable[str]) -> Sections:
        """Give the two sections that keep some pieces of text under a name."""
        np = numeric()
        encoded = [piece.encode("utf-8") for piece in pieces]
        starts = np.zeros(len(encoded) + 1, dtype="<u8")
        np.cumsum([len(piece) for piece in encoded], out=starts[1:], dtype="<u8")
        return {name: np.frombuffer(b"".join(encoded), dtype="<u1"), f"{name}-starts": starts}


def pack(sections: Sections, paper: Mapping[str, object]) -> bytes:
    """Give the bytes of a file with these sections; `paper` says more about them."""
    described = {name: [array.dtype.str, len(array)] for name, array in sections.items()}
    header = json.dumps({"format": FORMAT, "sections": described, **paper}, ensure_ascii=False)
    parts = [_padded(f"{header}\n".encode(), b" ")]
    parts += [_padded(array.tobytes(), b"\0") for array in sections.values()]
    return b"".join(parts)


def map_file(path: Path) -> tuple[Sections, dict[str, Any]]:
    """Open a file: its sections, which are read only as they are used, and its paper.

    Raises ReconcileError for a file that cannot be read, is no index or is cut short.
    """
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is empty"
        raise ReconcileError(f"{path}: cannot be read as an index of labels: {reason.lower()}.") from error
    return unpack(data, str(path))


def unpack(data: bytes | mmap.mmap, source: str) -> tuple[Sections, dict[str, Any]]:
    """Find the sections in the bytes of a file, without copying them; errors as `map_file`, of `source`."""
    np = numeric()
    end = data.find(b"\n") + 1
    try:
        paper = json.loads(data[:end])
        described = {FORMAT: paper["sections"]}[paper["format"]]
        sections, place = {}, _next(end)
        for name, (kind, count) in described.items():
            sections[name] = np.frombuffer(data, dtype=kind, count=count, offset=place)
            place = _next(place + sections[name].nbytes)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReconcileError(f"{source}: not an index of labels, or cut short; make it again.") from error
    return sections, paper


def _padded(data: bytes, filling: bytes) -> bytes:
    return data + filling * (_next(len(data)) - len(data))


def _next(place: int) -> int:
    return -(-place // _ALIGNED) * _ALIGNED
